"""NPS, CSAT and CES from counts, with their margins. A score of nobody is None, never 0.

NPS = 100·(P-D)/n with var = p + d - (p-d)², CSAT = the share of satisfied answers, CES = the mean.
The margin is half of the 95 % Wald interval (feedback.md, section 4): 1.96·√(variance of one answer / n).
Weighted by account, each account's own score counts once, and the margin is that of a mean over accounts.
Weighted by inclusion, an answer stands for as many as its contact was drawn from: see `by_inclusion`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

Z_95 = 1.96  # standard errors on either side of a 95 % interval
SMALL_BELOW = 30  # answers, or accounts: below, the normal approximation says little


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
class WeightedTally:
    """Sums over answers that each have a weight w and add y to the score.

    weights: Σw. squares: Σw². total: Σwy. first: Σw²y. second: Σw²y².
    """

    n: int
    weights: float
    squares: float
    total: float
    first: float
    second: float

    @property
    def effective_n(self) -> float:
        """How many answers of equal weight say as much: Kish (1965), Survey Sampling, section 11.7."""
        return self.weights**2 / self.squares if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """A value with the half width of its 95 % interval; None where nothing, or too little, was counted."""

    value: float | None
    margin: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a score is above another; None where either has no value, or no margin."""

    value: float | None
    margin: float | None
    significant: bool | None


NO_SCORE = Score(None, None)


def nps(tally: Tally) -> Score:
    """In points, -100 to 100."""
    if tally.n == 0:
        return NO_SCORE
    promoters, detractors = tally.positives / tally.n, tally.negatives / tally.n
    variance = promoters + detractors - (promoters - detractors) ** 2
    return Score(100 * (tally.positives - tally.negatives) / tally.n, 100 * _margin(variance, tally.n))


def csat(tally: Tally) -> Score:
    """As a share, 0 to 1."""
    return share(tally.positives, tally.n)


def share(counted: int, n: int) -> Score:
    """As a share, 0 to 1, of n things."""
    if n == 0:
        return NO_SCORE
    found = counted / n
    return Score(found, _margin(found * (1 - found), n))


def ces(tally: Tally) -> Score:
    """On the survey's scale. The variance is the sample's, so that one answer has no margin."""
    if tally.n == 0:
        return NO_SCORE
    mean = tally.total / tally.n
    if tally.n == 1:
        return Score(mean, None)
    # In whole numbers, since the difference of two large floats would lose the variance.
    variance = (tally.n * tally.squares - tally.total**2) / (tally.n * (tally.n - 1))
    return Score(mean, _margin(variance, tally.n))


FORMULAS: dict[str, Callable[[Tally], Score]] = {"nps": nps, "csat": csat, "ces": ces}


def by_account(tally: AccountTally) -> Score:
    """The mean of the accounts' own scores, in the unit of these."""
    if tally.accounts == 0 or tally.mean is None:
        return NO_SCORE
    if tally.variance is None:
        return Score(tally.mean, None)
    return Score(tally.mean, _margin(tally.variance, tally.accounts))


def by_inclusion(tally: WeightedTally) -> Score:
    """The weighted mean ȳ = Σwy/Σw (Hájek 1971), w = 1 / inclusion probability, in the unit of y.

    Its variance is linearised: Σw²(y-ȳ)² / (Σw)². Source: Särndal, Swensson and Wretman (1992), Model Assisted
    Survey Sampling, sections 5.6-5.7, without the finite population correction (1 - probability): what is judged is
    what customers think, not the list that was drawn from. With equal weights it is the plain formula's variance / n.
    """
    if tally.n == 0:
        return NO_SCORE
    mean = tally.total / tally.weights
    if tally.n == 1:
        return Score(mean, None)
    spread = tally.second - 2 * mean * tally.first + mean**2 * tally.squares
    return Score(mean, Z_95 * sqrt(max(0.0, spread)) / tally.weights)


def difference(later: Score, earlier: Score) -> Difference:
    """later less earlier: significant where it is beyond 1.96·√(SE₁² + SE₂²), its margin (feedback.md, section 4)."""
    if later.value is None or earlier.value is None:
        return Difference(None, None, None)
    value = later.value - earlier.value
    if later.margin is None or earlier.margin is None:
        return Difference(value, None, None)
    margin = sqrt(later.margin**2 + earlier.margin**2)  # each is 1.96 standard errors
    return Difference(value, margin, abs(value) > margin)


def _margin(variance: float, n: int) -> float:
    return Z_95 * sqrt(max(0.0, variance) / n)
