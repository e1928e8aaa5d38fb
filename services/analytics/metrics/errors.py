"""What reading metrics refuses."""

from shared.http.errors import Invalid, NotFound


class UnknownMetric(NotFound):
    """There is no metric with this id."""

    code = "unknown_metric"


class TooManyPeriods(Invalid):
    """The interval splits the time asked for into too many periods."""

    code = "too_many_periods"
