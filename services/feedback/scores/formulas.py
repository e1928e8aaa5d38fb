"""NPS, CSAT and CES from counts, with their margins. A score of nobody is None, never 0.

NPS = 100·(P-D)/n with var = p + d - (p-d)², CSAT = the share of satisfied answers, CES = the mean.
The margin is half of the 95 % Wald interval (feedback.md, section 4): 1.96·√(variance of one answer / n).
Weighted by account, each account's own score counts once, and the margin is that of a mean over accounts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

Z_95 = 1.96  # standard errors on either side of a 95 % interval
SMALL_BELOW = 30  # answers, or accounts: below, the normal approximation says little
DIGITS = 6  # of what is answered; the rest is floating-point noise


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of a set of scored answers. total and squares: of their scores."""

    n: int
    positives: int
    neutrals: int
    negatives: int
    total: int
    squares: int


@dataclass(frozen=True, slots=True)
class AccountTally:
    """What was counted of the scores of single accounts. variance: of the sample; None below two."""

    accounts: int
    mean: float | None
    variance: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """A value with the half width of its 95 % interval; None where nothing, or too little, was counted."""

    value: float | None
    margin: float | None


NO_SCORE = Score(None, None)


def nps(tally: Tally) -> Score:
    """In points, -100 to 100."""
    if tally.n == 0:
        return NO_SCORE
    promoters, detractors = tally.positives / tally.n, tally.negatives / tally.n
    variance = promoters + detractors - (promoters - detractors) ** 2
    value = 100 * (tally.positives - tally.negatives) / tally.n
    return _score(value, 100 * _margin(variance, tally.n))


def csat(tally: Tally) -> Score:
    """As a share, 0 to 1."""
    if tally.n == 0:
        return NO_SCORE
    satisfied = tally.positives / tally.n
    return _score(satisfied, _margin(satisfied * (1 - satisfied), tally.n))


def ces(tally: Tally) -> Score:
    """On the survey's scale. The variance is the sample's, so that one answer has no margin."""
    if tally.n == 0:
        return NO_SCORE
    mean = tally.total / tally.n
    if tally.n == 1:
        return _score(mean, None)
    # In whole numbers, since the difference of two large floats would lose the variance.
    variance = (tally.n * tally.squares - tally.total**2) / (tally.n * (tally.n - 1))
    return _score(mean, _margin(variance, tally.n))


FORMULAS: dict[str, Callable[[Tally], Score]] = {"nps": nps, "csat": csat, "ces": ces}


def by_account(tally: AccountTally) -> Score:
    """The mean of the accounts' own scores, in the unit of these."""
    if tally.accounts == 0 or tally.mean is None:
        return NO_SCORE
    if tally.variance is None:
        return _score(tally.mean, None)
    return _score(tally.mean, _margin(tally.variance, tally.accounts))


def _margin(variance: float, n: int) -> float:
    return Z_95 * sqrt(max(0.0, variance) / n)


def _score(value: float, margin: float | None) -> Score:
    return Score(round(value, DIGITS), None if margin is None else round(margin, DIGITS))
