"""Words of the papers that the Centre issues. R9.5."""

from rules.words.word import Words

WORDS: Words = {
    "paper_id": "文书标识",
}
