//! From the text of an expression to [`Node`]s, with nom.
//!
//! ```text
//! any        = all ("or" all)*
//! all        = negation ("and" negation)*
//! negation   = "not" negation | comparison
//! comparison = primary (operator primary ("to" "within" number "%"?)?)?
//! primary    = "(" any ")" | text | date | number | "true" | "false"
//!            | name "(" any ("," any)* ")" | name "." name | name
//! ```
//!
//! A node keeps the slice of the text that it was read from; its place is the slice's place.

use jiff::civil::Date;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while1};
use nom::character::complete::{anychar, char, digit1, multispace0};
use nom::combinator::{consumed, cut, map, not, opt, recognize, verify};
use nom::error::{ErrorKind, ParseError};
use nom::multi::{many0, separated_list1};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

use super::Operator;
use crate::graph::Tolerance;

/// A part of an expression as it was written; names are not looked up yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// The slice that it was read from.
    pub text: &'a str,
    /// What it is.
    pub kind: NodeKind<'a>,
}

/// The kinds of [`Node`].
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind<'a> {
    /// `"text"` or `'text'`
    Text(&'a str),
    /// `12` or `-1.5`
    Number(f64),
    /// `2025-07-25`
    Date(Date),
    /// `true` or `false`
    Truth(bool),
    /// `name`
    Name,
    /// `variable.field`
    Path(&'a str, &'a str),
    /// `name(argument, argument)`
    Call(&'a str, Vec<Node<'a>>),
    /// `not x`
    Not(Box<Node<'a>>),
    /// `x operator y`
    Compare(Operator, Box<[Node<'a>; 2]>),
    /// `x operator y to within 5%`
    Close(Operator, Box<[Node<'a>; 2]>, Tolerance),
    /// `x and y`
    All(Vec<Node<'a>>),
    /// `x or y`
    Any(Vec<Node<'a>>),
}

/// What the parser met instead of what it could have read on.
#[derive(Debug, Clone, PartialEq)]
pub struct Unexpected<'a> {
    /// The rest of the text, from the place on that cannot be read.
    pub at: &'a str,
    /// What could stand there.
    pub expected: &'static str,
}

impl<'a> ParseError<&'a str> for Unexpected<'a> {
    fn from_error_kind(at: &'a str, _: ErrorKind) -> Self {
        Unexpected { at, expected: VALUE }
    }

    fn append(_: &'a str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Parsed<'a, T = Node<'a>> = IResult<&'a str, T, Unexpected<'a>>;

const VALUE: &str = "a field such as `first.value`, a function, a text in quotes, a number or a date";
const END: &str = "an operator, `and`, `or` or the end";

/// How deeply parentheses, functions and `not` may be nested; what is nested deeper is refused.
pub const MAX_DEPTH: usize = 32;

/// Words that cannot be names of variables.
pub const RESERVED: [&str; 6] = ["and", "or", "not", "true", "false", "is"];

/// Reads a whole expression.
///
/// # Errors
/// The first place at which it cannot be read on.
pub fn parse(text: &str) -> Result<Node<'_>, Unexpected<'_>> {
    match preceded(multispace0, |i| any(i, 0)).parse(text) {
        Ok(("", node)) => Ok(node),
        Ok((rest, _)) => Err(Unexpected { at: rest, expected: END }),
        Err(nom::Err::Error(e) | nom::Err::Failure(e)) => Err(e),
        Err(nom::Err::Incomplete(_)) => Err(Unexpected { at: "", expected: VALUE }),
    }
}

/// A name of a variable, field or function.
pub fn is_name(text: &str) -> bool {
    matches!(name(text), Ok(("", _))) && !RESERVED.contains(&text)
}

fn any(input: &str, depth: usize) -> Parsed<'_> {
    chain(input, depth, "or", all, NodeKind::Any)
}

fn all(input: &str, depth: usize) -> Parsed<'_> {
    chain(input, depth, "and", negation, NodeKind::All)
}

/// `part (word part)*`; a single part stands for itself.
fn chain<'a>(
    input: &'a str,
    depth: usize,
    between: &'static str,
    part: fn(&'a str, usize) -> Parsed<'a>,
    join: fn(Vec<Node<'a>>) -> NodeKind<'a>,
) -> Parsed<'a> {
    let more = many0(preceded(word(between), cut(|i| part(i, depth))));
    let (rest, (text, (first, more))) = consumed(pair(|i| part(i, depth), more)).parse(input)?;
    if more.is_empty() {
        return Ok((rest, first));
    }
    let parts = std::iter::once(first).chain(more).collect();
    Ok((rest, Node { text: text.trim_end(), kind: join(parts) }))
}

fn negation(input: &str, depth: usize) -> Parsed<'_> {
    if depth > MAX_DEPTH {
        return Err(nom::Err::Failure(Unexpected { at: input, expected: "less deeply nested parentheses" }));
    }
    let negated = map(preceded(word("not"), cut(|i| negation(i, depth + 1))), |x| NodeKind::Not(Box::new(x)));
    alt((node(negated), |i| comparison(i, depth))).parse(input)
}

fn comparison(input: &str, depth: usize) -> Parsed<'_> {
    let right = opt((operator, cut(|i| primary(i, depth)), opt(tolerance)));
    let (rest, (text, (left, right))) = consumed(pair(|i| primary(i, depth), right)).parse(input)?;
    let Some((operator, right, tolerance)) = right else { return Ok((rest, left)) };
    let sides = Box::new([left, right]);
    let kind = match tolerance {
        Some(tolerance) => NodeKind::Close(operator, sides, tolerance),
        None => NodeKind::Compare(operator, sides),
    };
    Ok((rest, Node { text: text.trim_end(), kind }))
}

/// `to within 5%`, `to within 3`
fn tolerance(input: &str) -> Parsed<'_, Tolerance> {
    let how_far = terminated(pair(unsigned, opt(preceded(multispace0, char('%')))), multispace0);
    let how_far = expecting("how far apart they may be, as in `to within 5%`", how_far);
    let read = map(how_far, |(written, percent): (&str, _)| {
        // Digits always parse as a float: at worst as infinity.
        let far: f64 = written.parse().unwrap_or(f64::INFINITY);
        if percent.is_some() { Tolerance::Share(far / 100.0) } else { Tolerance::Amount(far) }
    });
    preceded(pair(word("to"), cut(expecting("`within`", word("within")))), cut(read)).parse(input)
}

/// `5`, `0.5`, with nothing of a word behind it.
fn unsigned(input: &str) -> Parsed<'_, &str> {
    recognize((digit1, opt(pair(char('.'), digit1)), not(verify(anychar, |c| c.is_alphabetic()))))
        .parse(input)
}

fn primary(input: &str, depth: usize) -> Parsed<'_> {
    let inner = |i| any(i, depth + 1);
    let group = delimited(symbol('('), cut(inner), cut(closing));
    let literal = alt((text, date, number));
    let arguments = separated_list1(symbol(','), cut(inner));
    let call = map(pair(name, delimited(symbol('('), arguments, cut(closing))), |(name, arguments)| {
        NodeKind::Call(name, arguments)
    });
    let path = map(pair(terminated(name, tag(".")), cut(field)), |(variable, field)| {
        NodeKind::Path(variable, field)
    });
    alt((group, node(literal), node(call), node(path), node(bare))).parse(input)
}

/// A name alone: `true`, `false`, or one that is looked up later.
fn bare(input: &str) -> Parsed<'_, NodeKind<'_>> {
    let free = verify(name, |n: &str| matches!(n, "true" | "false") || !RESERVED.contains(&n));
    let kind = |n: &str| match n {
        "true" => NodeKind::Truth(true),
        "false" => NodeKind::Truth(false),
        _ => NodeKind::Name,
    };
    map(free, kind).parse(input)
}

/// `"text"` or `'text'`, without escapes: the other quote may stand inside.
fn text(input: &str) -> Parsed<'_, NodeKind<'_>> {
    let inside = |quote: char| delimited(char(quote), take_while(move |c| c != quote), cut(quote_end(quote)));
    map(alt((inside('"'), inside('\''))), NodeKind::Text).parse(input)
}

fn quote_end<'a>(quote: char) -> impl Parser<&'a str, Output = char, Error = Unexpected<'a>> {
    let expected = if quote == '"' { "the text's closing `\"`" } else { "the text's closing `'`" };
    expecting(expected, char(quote))
}

/// `2025-07-25`
fn date(input: &str) -> Parsed<'_, NodeKind<'_>> {
    let digits = (digit1, tag("-"), digit1, tag("-"), digit1);
    let (rest, written) = recognize(digits).parse(input)?;
    let date = written.parse().map_err(|_| {
        nom::Err::Failure(Unexpected { at: input, expected: "a day of the calendar, as in `2025-07-25`" })
    })?;
    Ok((rest, NodeKind::Date(date)))
}

/// `12`, `-1`, `0.5`
fn number(input: &str) -> Parsed<'_, NodeKind<'_>> {
    let (rest, written) = recognize(pair(opt(char('-')), unsigned)).parse(input)?;
    // Digits always parse as a float: at worst as infinity.
    Ok((rest, NodeKind::Number(written.parse().unwrap_or(f64::NAN))))
}

fn operator(input: &str) -> Parsed<'_, Operator> {
    for operator in Operator::ALL {
        if let Ok((rest, ())) = spelled(input, operator.symbol()) {
            return Ok((rest.trim_start(), operator));
        }
    }
    Err(nom::Err::Error(Unexpected { at: input, expected: END }))
}

/// A symbol as it stands, or the words of one that is made of words.
fn spelled<'a>(mut input: &'a str, symbol: &'static str) -> Parsed<'a, ()> {
    for part in symbol.split(' ') {
        let worded = part.starts_with(|c: char| c.is_alphabetic());
        let (rest, _) = if worded { word(part).parse(input)? } else { tag(part).parse(input)? };
        input = rest;
    }
    Ok((input, ()))
}

fn name(input: &str) -> Parsed<'_, &str> {
    let word = take_while1(|c: char| c.is_alphanumeric() || c == '_');
    verify(word, |w: &str| !w.starts_with(|c: char| c.is_numeric())).parse(input)
}

fn field(input: &str) -> Parsed<'_, &str> {
    expecting("the name of a field", name).parse(input)
}

fn closing(input: &str) -> Parsed<'_, char> {
    expecting("a closing `)`", symbol(')')).parse(input)
}

/// A keyword and the space after it.
fn word<'a>(keyword: &'static str) -> impl Parser<&'a str, Output = &'a str, Error = Unexpected<'a>> {
    terminated(verify(name, move |w: &str| w == keyword), multispace0)
}

/// A character and the space after it.
fn symbol<'a>(c: char) -> impl Parser<&'a str, Output = char, Error = Unexpected<'a>> {
    terminated(char(c), multispace0)
}

/// Makes a node of what `kind` reads, and skips the space after it.
fn node<'a>(
    kind: impl Parser<&'a str, Output = NodeKind<'a>, Error = Unexpected<'a>>,
) -> impl Parser<&'a str, Output = Node<'a>, Error = Unexpected<'a>> {
    let made = map(consumed(kind), |(text, kind)| Node { text: text.trim_end(), kind });
    terminated(made, multispace0)
}

/// Says what was expected where `parser` finds it missing.
fn expecting<'a, T>(
    expected: &'static str,
    mut parser: impl Parser<&'a str, Output = T, Error = Unexpected<'a>>,
) -> impl Parser<&'a str, Output = T, Error = Unexpected<'a>> {
    move |input: &'a str| {
        parser.parse(input).map_err(|e| e.map(|e: Unexpected<'a>| Unexpected { at: e.at, expected }))
    }
}
