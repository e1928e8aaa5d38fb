"""Confidence intervals at 95 %, in closed form.

Sources: Wilson (1927) for shares; Bonett and Price (2012), "Adjusted Wald confidence interval for a difference
of binomial proportions based on paired data", for the net promoter score; Student's t for means, its quantile
by Hill (1970), CACM algorithm 396.
"""

import math

Z = 1.959963984540054
"""The normal quantile of 0.975."""

CONFIDENCE = 0.95

Span = tuple[float, float]


def wilson(successes: int, n: int) -> Span:
    """Interval of a share, 0–1. n > 0."""
    share = successes / n
    square = Z * Z / n
    centre = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * math.sqrt(share * (1 - share) / n + square / (4 * n))
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == n else centre + half
    return low, high


def net_promoter(promoters: int, detractors: int, n: int) -> Span:
    """Interval of a net promoter score in points, -100 to 100: 3/4 is added to each end and 3 to n. n > 0.

    Plain Wald covers as little as 45-88 % of what it says for small n or scores near an end.
    """
    enlarged = n + 3
    p, d = (promoters + 0.75) / enlarged, (detractors + 0.75) / enlarged
    half = Z * math.sqrt((p + d - (p - d) ** 2) / enlarged)
    return max(100 * (p - d - half), -100.0), min(100 * (p - d + half), 100.0)


def mean(total: int, squares: int, n: int) -> Span:
    """Student's interval of a mean from the sum of whole values and of their squares. n > 1."""
    centre = total / n
    # In whole numbers up to here: no digits are lost where the values lie close together.
    variance = (n * squares - total * total) / (n * (n - 1))
    half = t_quantile(n - 1) * math.sqrt(variance / n)
    return centre - half, centre + half


def t_quantile(freedom: int) -> float:
    """The quantile of 0.975 of Student's t; at least six digits from 3 degrees of freedom on, exact below."""
    tail = 1 - CONFIDENCE
    if freedom == 1:
        return 1 / math.tan(tail * math.pi / 2)
    if freedom == 2:
        return math.sqrt(2 / (tail * (2 - tail)) - 2)
    a = 1 / (freedom - 0.5)
    b = 48 / (a * a)
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * math.sqrt(a * math.pi / 2) * freedom
    y = (d * tail) ** (2 / freedom)
    if y > 0.05 + a:
        x = -Z
        y = x * x
        if freedom < 5:
            c += 0.3 * (freedom - 4.5) * (x + 0.6)
        c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
        y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
        y = math.expm1(a * y * y)
    else:
        inner = ((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3
        y = ((1 / inner + 0.5 / (freedom + 4)) * y - 1) * (freedom + 1) / (freedom + 2) + 1 / y
    return math.sqrt(freedom * y)
