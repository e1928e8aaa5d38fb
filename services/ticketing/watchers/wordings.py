"""What watchers read."""

from shared.features.notification_templates.templates import Template, Wording

STATUS = {
    "en": {
        "new": "new",
        "open": "open",
        "pending": "waiting for the customer",
        "on_hold": "on hold",
        "solved": "solved",
        "closed": "closed",
    },
    "es": {
        "new": "nuevo",
        "open": "abierto",
        "pending": "a la espera del cliente",
        "on_hold": "en espera",
        "solved": "resuelto",
        "closed": "cerrado",
    },
    "sv": {
        "new": "nytt",
        "open": "öppet",
        "pending": "väntar på kunden",
        "on_hold": "vilande",
        "solved": "löst",
        "closed": "stängt",
    },
    "no": {
        "new": "ny",
        "open": "åpen",
        "pending": "venter på kunden",
        "on_hold": "på vent",
        "solved": "løst",
        "closed": "lukket",
    },
    "sr-Cyrl": {
        "new": "нов",
        "open": "отворен",
        "pending": "чека клијента",
        "on_hold": "на чекању",
        "solved": "решен",
        "closed": "затворен",
    },
    "sr-Latn": {
        "new": "nov",
        "open": "otvoren",
        "pending": "čeka klijenta",
        "on_hold": "na čekanju",
        "solved": "rešen",
        "closed": "zatvoren",
    },
    "bg": {
        "new": "нова",
        "open": "отворена",
        "pending": "чака клиента",
        "on_hold": "на изчакване",
        "solved": "решена",
        "closed": "затворена",
    },
}

WRITTEN_BY = {
    "en": {
        "customer": "The customer wrote.",
        "agent": "A colleague answered the customer.",
        "bot": "A machine answered the customer.",
        "system": "The system wrote to the customer.",
    },
    "es": {
        "customer": "El cliente ha escrito.",
        "agent": "Un compañero ha respondido al cliente.",
        "bot": "Una máquina ha respondido al cliente.",
        "system": "El sistema ha escrito al cliente.",
    },
    "sv": {
        "customer": "Kunden har skrivit.",
        "agent": "En kollega har svarat kunden.",
        "bot": "En maskin har svarat kunden.",
        "system": "Systemet har skrivit till kunden.",
    },
    "no": {
        "customer": "Kunden har skrevet.",
        "agent": "En kollega har svart kunden.",
        "bot": "En maskin har svart kunden.",
        "system": "Systemet har skrevet til kunden.",
    },
    "sr-Cyrl": {
        "customer": "Клијент је писао.",
        "agent": "Колега је одговорио клијенту.",
        "bot": "Машина је одговорила клијенту.",
        "system": "Систем је писао клијенту.",
    },
    "sr-Latn": {
        "customer": "Klijent je pisao.",
        "agent": "Kolega je odgovorio klijentu.",
        "bot": "Mašina je odgovorila klijentu.",
        "system": "Sistem je pisao klijentu.",
    },
    "bg": {
        "customer": "Клиентът писа.",
        "agent": "Колега отговори на клиента.",
        "bot": "Машина отговори на клиента.",
        "system": "Системата писа на клиента.",
    },
}

WATCHED_TICKET = Template(
    name="watched_ticket",
    about="Somebody wrote to or as the customer on a ticket, or it has another status; to those who watch it.",
    words={"status": STATUS, "written_by": WRITTEN_BY},
    example={
        "number": 1042,
        "subject": "The export is slow",
        "written_by": "customer",
        "status": "open",
        "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
    },
    wordings={
        "en": Wording(
            "#{{ number }} {{ subject }}",
            """You watch ticket #{{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Status: {{ status }}
{% endif %}Ticket: {{ ticket_id }}
""",
        ),
        "es": Wording(
            "n.º {{ number }} {{ subject }}",
            """Sigues el ticket n.º {{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Estado: {{ status }}
{% endif %}Ticket: {{ ticket_id }}
""",
        ),
        "sv": Wording(
            "#{{ number }} {{ subject }}",
            """Du följer ärende #{{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Status: {{ status }}
{% endif %}Ärende: {{ ticket_id }}
""",
        ),
        "no": Wording(
            "nr. {{ number }} {{ subject }}",
            """Du følger sak nr. {{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Status: {{ status }}
{% endif %}Sak: {{ ticket_id }}
""",
        ),
        "sr-Cyrl": Wording(
            "бр. {{ number }} {{ subject }}",
            """Пратите тикет бр. {{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Статус: {{ status }}
{% endif %}Тикет: {{ ticket_id }}
""",
        ),
        "sr-Latn": Wording(
            "br. {{ number }} {{ subject }}",
            """Pratite tiket br. {{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Status: {{ status }}
{% endif %}Tiket: {{ ticket_id }}
""",
        ),
        "bg": Wording(
            "№ {{ number }} {{ subject }}",
            """Следите заявка № {{ number }}: {{ subject }}

{% if written_by %}{{ written_by }}
{% endif %}{% if status %}Състояние: {{ status }}
{% endif %}Заявка: {{ ticket_id }}
""",
        ),
    },
)

TEMPLATES = (WATCHED_TICKET,)
