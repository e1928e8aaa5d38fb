"""What those read who hear of a level."""

from services.ticketing.escalation.wordings import PRIORITIES
from shared.features.notification_templates.templates import Template, Wording

METRICS = {
    "en": {
        "first_reply": "first reply",
        "next_reply": "next reply",
        "requester_wait": "customer's waiting time",
        "agent_work": "working time",
        "periodic_update": "regular update",
        "total_resolution": "solution",
    },
    "es": {
        "first_reply": "primera respuesta",
        "next_reply": "siguiente respuesta",
        "requester_wait": "tiempo de espera del cliente",
        "agent_work": "tiempo de trabajo",
        "periodic_update": "actualización periódica",
        "total_resolution": "resolución",
    },
    "sv": {
        "first_reply": "första svar",
        "next_reply": "nästa svar",
        "requester_wait": "kundens väntetid",
        "agent_work": "arbetstid",
        "periodic_update": "regelbunden uppdatering",
        "total_resolution": "lösning",
    },
    "no": {
        "first_reply": "første svar",
        "next_reply": "neste svar",
        "requester_wait": "kundens ventetid",
        "agent_work": "arbeidstid",
        "periodic_update": "jevnlig oppdatering",
        "total_resolution": "løsning",
    },
    "sr-Cyrl": {
        "first_reply": "први одговор",
        "next_reply": "следећи одговор",
        "requester_wait": "чекање клијента",
        "agent_work": "време рада",
        "periodic_update": "редовно обавештење",
        "total_resolution": "решење",
    },
    "sr-Latn": {
        "first_reply": "prvi odgovor",
        "next_reply": "sledeći odgovor",
        "requester_wait": "čekanje klijenta",
        "agent_work": "vreme rada",
        "periodic_update": "redovno obaveštenje",
        "total_resolution": "rešenje",
    },
    "bg": {
        "first_reply": "първи отговор",
        "next_reply": "следващ отговор",
        "requester_wait": "време за изчакване на клиента",
        "agent_work": "време за работа",
        "periodic_update": "редовно известие",
        "total_resolution": "решение",
    },
}

ESCALATION_LEVEL = Template(
    name="escalation_level",
    about="A ticket's clock has reached a level of an escalation rule; to those whom the level names.",
    urgent=True,
    words={"priority": PRIORITIES, "metric": METRICS},
    example={
        "number": 1042,
        "subject": "The export is slow",
        "priority": "high",
        "account": "Acme",
        "rule": "Gold replies",
        "metric": "first_reply",
        "due_at": "2026-11-23 14:15 UTC",
        "overdue": "2026-11-23 14:15 UTC",
        "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
    },
    wordings={
        "en": Wording(
            "{% if overdue %}Overdue{% else %}Due soon{% endif %}: #{{ number }} {{ subject }}",
            """Ticket #{{ number }} {% if overdue %}is overdue{% else %}is running out of time{% endif %}: {{ subject }}

{% if account %}Customer: {{ account }}
{% endif %}What is due: {{ metric }}
Due at: {{ due_at }}
Priority: {{ priority }}
Rule: {{ rule }}
Ticket: {{ ticket_id }}
""",
        ),
        "es": Wording(
            "{% if overdue %}Plazo vencido{% else %}Plazo próximo{% endif %}: n.º {{ number }} {{ subject }}",
            """{% if overdue %}Ha vencido{% else %}Se agota{% endif %} el plazo del ticket n.º {{ number }}:
{{ subject }}

{% if account %}Cliente: {{ account }}
{% endif %}Pendiente: {{ metric }}
Vencimiento: {{ due_at }}
Prioridad: {{ priority }}
Regla: {{ rule }}
Ticket: {{ ticket_id }}
""",
        ),
        "sv": Wording(
            "{% if overdue %}Försenat{% else %}Snart försenat{% endif %}: #{{ number }} {{ subject }}",
            """Tidsfristen för ärende #{{ number }} {% if overdue %}har gått ut{% else %}går snart ut{% endif %}:
{{ subject }}

{% if account %}Kund: {{ account }}
{% endif %}Mål: {{ metric }}
Tidsfrist: {{ due_at }}
Prioritet: {{ priority }}
Regel: {{ rule }}
Ärende: {{ ticket_id }}
""",
        ),
        "no": Wording(
            "{% if overdue %}Forsinket{% else %}Snart forsinket{% endif %}: nr. {{ number }} {{ subject }}",
            """Fristen for sak nr. {{ number }} {% if overdue %}har gått ut{% else %}går snart ut{% endif %}:
{{ subject }}

{% if account %}Kunde: {{ account }}
{% endif %}Mål: {{ metric }}
Frist: {{ due_at }}
Prioritet: {{ priority }}
Regel: {{ rule }}
Sak: {{ ticket_id }}
""",
        ),
        "sr-Cyrl": Wording(
            "{% if overdue %}Рок је истекао{% else %}Рок истиче{% endif %}: бр. {{ number }} {{ subject }}",
            """{% if overdue %}Истекао је рок{% else %}Ускоро истиче рок{% endif %} за тикет бр. {{ number }}:
{{ subject }}

{% if account %}Клијент: {{ account }}
{% endif %}Очекује се: {{ metric }}
Рок: {{ due_at }}
Приоритет: {{ priority }}
Правило: {{ rule }}
Тикет: {{ ticket_id }}
""",
        ),
        "sr-Latn": Wording(
            "{% if overdue %}Rok je istekao{% else %}Rok ističe{% endif %}: br. {{ number }} {{ subject }}",
            """{% if overdue %}Istekao je rok{% else %}Uskoro ističe rok{% endif %} za tiket br. {{ number }}:
{{ subject }}

{% if account %}Klijent: {{ account }}
{% endif %}Očekuje se: {{ metric }}
Rok: {{ due_at }}
Prioritet: {{ priority }}
Pravilo: {{ rule }}
Tiket: {{ ticket_id }}
""",
        ),
        "bg": Wording(
            "{% if overdue %}Просрочена{% else %}Наближава срок{% endif %}: № {{ number }} {{ subject }}",
            """{% if overdue %}Срокът е изтекъл{% else %}Срокът изтича{% endif %} за заявка № {{ number }}:
{{ subject }}

{% if account %}Клиент: {{ account }}
{% endif %}Очаква се: {{ metric }}
Срок: {{ due_at }}
Приоритет: {{ priority }}
Правило: {{ rule }}
Заявка: {{ ticket_id }}
""",
        ),
    },
)

TEMPLATES = (ESCALATION_LEVEL,)
