//! Words that protect a file: five at random, to be told by voice. Must not have randomness of its own.

use sha2::{Digest, Sha256};

use crate::host::Host;

const LIST: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/words/passphrase-words.txt"));
/// How many words: 64 bits.
const WORDS: usize = 5;

/// Returns five words, chosen by the randomness in the host's new ids.
pub fn generate(host: &dyn Host) -> String {
    generate_many(host, WORDS)
}

/// Returns so many words, chosen likewise.
pub(crate) fn generate_many(host: &dyn Host, count: usize) -> String {
    // Two ids hold 244 random bits; five words need 65, eight 104.
    let seed = format!("toad-lane words 1 {} {}", host.new_id(), host.new_id());
    choose(&seed, count)
}

fn choose(seed: &str, words: usize) -> String {
    let list: Vec<&str> = LIST.lines().collect();
    let count = list.len() as u64;
    // Numbers beyond the last whole multiple are passed over, so that every word is as likely as any other.
    let limit = u64::MAX - u64::MAX % count;
    let mut numbers = (0_u64..).map(|round| number(seed, round)).filter(|number| *number < limit);
    let words = (0..words).filter_map(|_| list.get(usize::try_from(numbers.next()? % count).ok()?));
    words.copied().collect::<Vec<_>>().join(" ")
}

fn number(seed: &str, round: u64) -> u64 {
    let hash = Sha256::new().chain_update(seed).chain_update(round.to_be_bytes()).finalize();
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Returns words as typed in the shape they were made in: small letters, one space between.
pub fn tidy(typed: &str) -> String {
    typed.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn five_words_are_worth_sixty_four_bits() {
        let list: BTreeSet<&str> = LIST.lines().collect();
        assert_eq!(list.len(), 7_776, "every word once");
        assert!(list.iter().all(|word| tidy(word) == **word && word.len() >= 3));
        assert!((list.len() as f64).log2() * WORDS as f64 > 64.0);
    }

    #[test]
    fn words_follow_the_seed_and_cover_the_list() {
        assert_eq!(choose("a", WORDS), choose("a", WORDS));
        let seeds = (0..2_000).map(|number| choose(&number.to_string(), WORDS));
        let words: Vec<String> =
            seeds.flat_map(|words| words.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        assert_eq!(words.len(), 10_000);
        // 10,000 draws leave 7,776 e^(-10,000/7,776) = 2,149 words out; five standard deviations are 190.
        let seen = words.iter().collect::<BTreeSet<_>>().len();
        assert!((5_437..5_817).contains(&seen), "{seen} of 7,776 words were drawn");
    }
}
