"""Words of the programme in figures, as everybody may read them."""

from rules.words.word import Words

WORDS: Words = {
    "insured_elevators": "已投保电梯",
    "registered_cases": "已备案办件",
    "running_notices": "正在公示",
}
