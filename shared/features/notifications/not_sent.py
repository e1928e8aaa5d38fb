"""Why a notification did not go out, over whichever channel."""


class NotSent(Exception):
    """The channel did not take the notification.

    permanent: it will not take it later either. unreachable: there is no mail server to ask, so that the next mail
    need not be tried either.
    """

    def __init__(self, code: str, detail: str, *, permanent: bool = False, unreachable: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.permanent = permanent
        self.unreachable = unreachable
