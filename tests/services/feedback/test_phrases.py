"""Words and phrases are found by their letters alone, however hostile the list or the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.phrases import Index, NoPhrase, phrase, tokens

letters = st.text("abcdežљ", min_size=2, max_size=6)
listed = st.lists(letters, min_size=1, max_size=3).map(" ".join)


def found(phrases: list[str], text: str) -> set[str]:
    return {code for code, _ in Index((one, one) for one in phrases).found(tokens(text))}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Säger  UPP", "säger upp"),
        ("lawyer*", "lawyer*"),
        ("darme de baja", "darme de baja"),
        ("don't", "don't"),
        ("СУД", "суд"),
    ],
)
def test_a_phrase_is_kept_in_small_letters_and_single_spaces(text: str, said: str) -> None:
    assert phrase(text) == said


@pytest.mark.parametrize("text", ["", " ", "*", "a*", "a.*b", "(a+)+$", "one two three four five six", "law*yer", "4g"])
def test_what_is_no_word_is_no_phrase(text: str) -> None:
    with pytest.raises(NoPhrase):
        phrase(text)


def test_stems_whole_words_and_phrases_are_told_apart() -> None:
    phrases = ["law*", "sue", "säga upp", "refund* now"]
    assert found(phrases, "Our lawyers wait") == {"law*"}
    assert found(phrases, "sues, suede and pursue") == set()
    assert found(phrases, "Vi vill säga upp allt") == {"säga upp"}
    assert found(phrases, "säga något, upp") == set()
    assert found(phrases, "refunds now, or refund, now") == {"refund* now"}
    assert found(phrases, "säga") == set()
    assert found(["säga upp", "on refund*"], "säga upplevt, on prerefund") == set()
    assert found(["on refund*"], "on refunds") == {"on refund*"}


def test_an_accent_is_the_same_however_it_was_typed() -> None:
    assert found(["försen*"], unicodedata.normalize("NFD", "Försenad igen")) == {"försen*"}


@given(st.lists(listed, min_size=1, max_size=8, unique=True), st.lists(letters, max_size=12))
def test_a_phrase_is_found_where_it_stands(phrases: list[str], words: list[str]) -> None:
    """As the plain search for the words one after another finds it."""
    text = f" {' '.join(words)} "
    assert found(phrases, text) == {one for one in phrases if f" {one} " in text}


@given(st.lists(letters, min_size=1, max_size=8, unique=True), st.lists(letters, max_size=12))
def test_a_stem_is_found_where_a_word_begins_with_it(stems: list[str], words: list[str]) -> None:
    expected = {f"{stem}*" for stem in stems if any(word.startswith(stem) for word in words)}
    assert found([f"{stem}*" for stem in stems], " ".join(words)) == expected


@given(st.text(max_size=200))
def test_any_text_is_a_phrase_that_is_kept_as_it_is_or_none(text: str) -> None:
    try:
        kept = phrase(text)
    except NoPhrase:
        return
    assert phrase(kept) == kept


def test_the_longest_lists_look_each_word_up_once_for_each_length_of_stem() -> None:
    """Ten thousand letters of one word, and hundreds of phrases that begin as it does, are no more work."""
    index = Index([("stem", f"{'a' * length}*") for length in range(2, 80)])
    assert sum(1 for _ in index.found(tokens("a" * 10_000))) == 78
    many = Index([("phrase", f"a{chr(98 + number % 20)}{chr(98 + number // 20)} b b b b") for number in range(400)])
    assert list(many.found(["a"] * 10_000)) == []
