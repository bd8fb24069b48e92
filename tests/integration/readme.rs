//! What the README shows is what the program prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The two reports of `wire/` that the README speaks of.
const WIRE: [(&str, &str); 2] = [("a.txt", "nine"), ("b.txt", "12")];

/// A folder with `wire/`, and `fixtures/` as in the repository; gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("gainsay-readme-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("wire")).unwrap();
        for (name, killed) in WIRE {
            let text = format!(
                "A fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.\n"
            );
            fs::write(path.join("wire").join(name), text).unwrap();
        }
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        #[cfg(unix)]
        std::os::unix::fs::symlink(fixtures, path.join("fixtures")).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The blocks that begin with a command, as the command's arguments and the lines shown below it. An ellipsis stands
/// for lines that are left out.
fn shown(readme: &str) -> Vec<(&str, Vec<&str>)> {
    let blocks = readme.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
    let commands = blocks.filter_map(|block| {
        let (command, lines) = block.strip_prefix("$ gainsay ")?.split_once('\n')?;
        Some((command, lines.lines().filter(|line| *line != "...").collect()))
    });
    commands.collect()
}

/// The block of a language that begins with this.
fn block<'r>(readme: &'r str, language: &str, begin: &str) -> &'r str {
    let mut blocks =
        readme.split("```").skip(1).filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'));
    blocks.find(|block| block.starts_with(begin)).unwrap()
}

#[test]
#[cfg(unix)]
fn what_the_readme_sets_aside_is_set_aside() {
    let folder = Folder::new("aside");
    let readme = include_str!("../../README.md");
    let comment = block(readme, "markdown", "<!-- gainsay-ignore");
    let (_, bare) = comment.split_once('\n').unwrap();
    let draft = fs::read_to_string(folder.0.join("fixtures/newsroom/drafts/2-court.md")).unwrap();
    assert!(draft.contains(bare));
    fs::write(folder.0.join("bare.md"), &draft).unwrap();
    fs::write(folder.0.join("comment.md"), draft.replace(bare, comment)).unwrap();
    fs::write(folder.0.join("gainsay.toml"), block(readme, "toml", "[[ignore]]")).unwrap();
    fs::write(folder.0.join("empty.toml"), "").unwrap();
    let check = |args: &str| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let run = run.current_dir(&folder.0).arg("check").args(args.split(' '));
        let output = run.args(["--against", "fixtures/newsroom/archive"]).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(check("bare.md --config empty.toml").0, Some(1));
    for aside in ["comment.md --config empty.toml", "bare.md"] {
        let (code, printed) = check(aside);
        assert!(code == Some(0) && printed.contains("1 ignored"), "{aside}: {printed}");
    }
}

#[test]
#[cfg(unix)]
fn the_readme_shows_what_the_program_prints() {
    let folder = Folder::new("shown");
    let readme = include_str!("../../README.md");
    let of_ours = |command: &&(&str, Vec<&str>)| command.0.contains("wire") || command.0.contains("fixtures");
    let commands = shown(readme);
    let commands: Vec<_> = commands.iter().filter(of_ours).collect();
    assert!(commands.len() >= 4, "{commands:?}");
    for (command, lines) in commands {
        let mut run = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let output = run.current_dir(&folder.0).args(command.split(' ')).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let mut left = printed.lines();
        for line in lines {
            assert!(left.any(|next| next == *line), "gainsay {command}: {line:?} is not in\n{printed}");
        }
    }
}
