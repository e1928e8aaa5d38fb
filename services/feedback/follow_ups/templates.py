"""What the account's team reads."""

from shared.features.notifications.templates import Template

GOOD_NEWS = Template(
    name="good_news",
    subject="Good news from {customer}: {survey} {score}",
    text="""Hello {name},

{customer} has given a positive answer.

Survey:  {survey}
Score:   {score}
By:      {contact}
Comment: {comment}

You hear of it because you work with this customer. A word of thanks goes a long way.
""",
)
