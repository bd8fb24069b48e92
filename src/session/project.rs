//! A project: its settings and the vocabulary that goes with them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::lexicon::Lexicon;

/// The settings of a project, and the vocabulary of the program with the project's own words.
#[derive(Debug, Clone)]
pub struct Project {
    config: Config,
    lexicon: Arc<Lexicon>,
}

impl Default for Project {
    /// No settings, and the vocabulary that comes with the program.
    fn default() -> Project {
        Project { config: Config::default(), lexicon: Lexicon::built_in().clone() }
    }
}

impl Project {
    /// A project of these settings. Their lexicon files make its vocabulary, and are held against it.
    pub fn new(mut config: Config) -> Project {
        let lexicon = config.house.lexicon();
        config.house.check(&lexicon);
        Project { config, lexicon }
    }

    /// Reads the settings file that is named, or else the nearest `gainsay.toml` around `near`; where there is none, all
    /// is as the program has it. `words` are lexicon files beside those that the settings name.
    pub fn load(named: Option<&Path>, near: &Path, words: &[PathBuf]) -> Project {
        let mut config = match named.map(Path::to_owned).or_else(|| Config::find(near)) {
            Some(file) => Config::load(&file),
            None => Config::default(),
        };
        config.house.extend(words);
        Project::new(config)
    }

    /// The project with its words and facts only, without what it says of rules and articles.
    pub fn words_only(self) -> Project {
        let mut config = Config::default();
        config.house = self.config.house;
        Project { config, lexicon: self.lexicon }
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The vocabulary.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }
}
