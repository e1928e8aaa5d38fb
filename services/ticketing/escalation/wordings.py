"""What the people of an escalation read."""

from shared.features.notification_templates.templates import Template, Wording

PRIORITIES = {
    "es": {"urgent": "urgente", "high": "alta", "normal": "normal", "low": "baja"},
    "sv": {"urgent": "akut", "high": "hög", "normal": "normal", "low": "låg"},
    "no": {"urgent": "haster", "high": "høy", "normal": "normal", "low": "lav"},
    "sr-Cyrl": {"urgent": "хитан", "high": "висок", "normal": "нормалан", "low": "низак"},
    "sr-Latn": {"urgent": "hitan", "high": "visok", "normal": "normalan", "low": "nizak"},
    "bg": {"urgent": "спешен", "high": "висок", "normal": "нормален", "low": "нисък"},
}

ESCALATION_OPENED = Template(
    name="escalation_opened",
    about="A customer gave a negative answer and a ticket is open; to those whom the route names.",
    urgent=True,
    words={"priority": PRIORITIES},
    example={
        "number": 1042,
        "subject": "NPS 3",
        "priority": "high",
        "account": "Acme",
        "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
        "recovery_case_id": "01935f2e-7c00-7000-8000-000000000003",
    },
    wordings={
        "en": Wording(
            "Escalation #{{ number }}: {{ subject }} from {% if account %}{{ account }}{% else %}a customer{% endif %}",
            """{% if account %}{{ account }}{% else %}A customer{% endif %} gave a negative answer: {{ subject }}.

Ticket #{{ number }} is open with priority {{ priority }}, and a recovery plan is due.
Ticket: {{ ticket_id }}
Recovery case: {{ recovery_case_id }}
""",
        ),
        "es": Wording(
            "Escalación n.º {{ number }}: {{ subject }}{% if account %}, {{ account }}{% endif %}",
            """{% if account %}{{ account }}{% else %}Un cliente{% endif %} ha respondido negativamente: {{ subject }}.

Se ha abierto el ticket n.º {{ number }} y hay que preparar un plan de recuperación.
Prioridad: {{ priority }}
Ticket: {{ ticket_id }}
Caso de recuperación: {{ recovery_case_id }}
""",
        ),
        "sv": Wording(
            "Eskalering #{{ number }}: {{ subject }}{% if account %} från {{ account }}{% endif %}",
            """{% if account %}{{ account }}{% else %}En kund{% endif %} har lämnat ett negativt svar: {{ subject }}.

Ärende #{{ number }} är öppet och en åtgärdsplan behöver tas fram.
Prioritet: {{ priority }}
Ärende: {{ ticket_id }}
Uppföljningsärende: {{ recovery_case_id }}
""",
        ),
        "no": Wording(
            "Eskalering nr. {{ number }}: {{ subject }}{% if account %} fra {{ account }}{% endif %}",
            """{% if account %}{{ account }}{% else %}En kunde{% endif %} har gitt et negativt svar: {{ subject }}.

Sak nr. {{ number }} er åpnet, og det må lages en tiltaksplan.
Prioritet: {{ priority }}
Sak: {{ ticket_id }}
Oppfølgingssak: {{ recovery_case_id }}
""",
        ),
        "sr-Cyrl": Wording(
            "Ескалација бр. {{ number }}: {{ subject }}{% if account %}, {{ account }}{% endif %}",
            """Стигао је негативан одговор{% if account %} од клијента {{ account }}{% endif %}: {{ subject }}.

Отворен је тикет бр. {{ number }} и потребно је направити план за решавање проблема.
Приоритет: {{ priority }}
Тикет: {{ ticket_id }}
Случај: {{ recovery_case_id }}
""",
        ),
        "sr-Latn": Wording(
            "Eskalacija br. {{ number }}: {{ subject }}{% if account %}, {{ account }}{% endif %}",
            """Stigao je negativan odgovor{% if account %} od klijenta {{ account }}{% endif %}: {{ subject }}.

Otvoren je tiket br. {{ number }} i potrebno je napraviti plan za rešavanje problema.
Prioritet: {{ priority }}
Tiket: {{ ticket_id }}
Slučaj: {{ recovery_case_id }}
""",
        ),
        "bg": Wording(
            "Ескалация № {{ number }}: {{ subject }}{% if account %} от {{ account }}{% endif %}",
            """Получен е отрицателен отговор{% if account %} от {{ account }}{% endif %}: {{ subject }}.

Отворена е заявка № {{ number }} и трябва да се изготви план за решаване на проблема.
Приоритет: {{ priority }}
Заявка: {{ ticket_id }}
Случай: {{ recovery_case_id }}
""",
        ),
    },
)

TEMPLATES = (ESCALATION_OPENED,)
