"""What a digest says around the notifications that it lists."""

from shared.features.notification_templates.templates import Template, Wording

HTML = "<p>%s</p>\n{{ items }}\n"

DIGEST = Template(
    name="digest",
    about="Lists what a reader who wants digests was to be told since the last one.",
    example={
        "count": 2,
        "items": "• Good news from Acme: NPS 10\n\n• Good news from Umbrella: CSAT 5\n",
    },
    wordings={
        locale: Wording(subject, f"{opening}\n\n{{{{ items }}}}\n", HTML % opening)
        for locale, subject, opening in (
            ("en", "Your notifications ({{ count }})", "Here is what is new:"),
            ("es", "Sus notificaciones ({{ count }})", "Estas son las novedades:"),
            ("sv", "Dina aviseringar ({{ count }})", "Det här är nytt:"),
            ("no", "Varslene dine ({{ count }})", "Dette er nytt:"),
            ("sr-Cyrl", "Ваша обавештења ({{ count }})", "Ево шта је ново:"),
            ("sr-Latn", "Vaša obaveštenja ({{ count }})", "Evo šta je novo:"),
            ("bg", "Вашите известия ({{ count }})", "Ето какво ново има:"),
        )
    },
)
