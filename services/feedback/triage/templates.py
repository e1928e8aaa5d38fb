"""What the responsible people read when an answer waits for them."""

from shared.features.notification_templates.templates import Template, Wording

TRIAGE_NEEDED = Template(
    name="triage_needed",
    about="An answer contradicts itself or holds critical words; to the account's team, or to FEEDBACK_TRIAGE_ADDRESS.",
    urgent=True,
    example={
        "name": "Mia",
        "customer": "Acme",
        "contact": "Ana",
        "survey": "NPS",
        "score": 10,
        "reasons": "contradictory, legal",
        "comment": "Our lawyer will write to you.",
        "triage_id": "01935f2e-7c00-7000-8000-000000000004",
    },
    wordings={
        "en": Wording(
            "Please look at an answer{% if customer %} from {{ customer }}{% endif %}: {{ reasons }}",
            """Hello{% if name %} {{ name }}{% endif %},

{% if customer %}{{ customer }}{% else %}A customer{% endif %} has given an answer that a person should see now.

Why:     {{ reasons }}
Survey:  {{ survey }}
Score:   {{ score }}
By:      {{ contact }}
Comment: {{ comment }}

Please decide it in triage: {{ triage_id }}
""",
        ),
        "es": Wording(
            "Revise una respuesta{% if customer %} de {{ customer }}{% endif %}: {{ reasons }}",
            """Hola{% if name %}, {{ name }}{% endif %}:

{% if customer %}{{ customer }}{% else %}Un cliente{% endif %} ha dado una respuesta que una persona debe ver ahora.

Motivo:     {{ reasons }}
Encuesta:   {{ survey }}
Puntuación: {{ score }}
De:         {{ contact }}
Comentario: {{ comment }}

Decida sobre ella en la revisión: {{ triage_id }}
""",
        ),
        "sv": Wording(
            "Titta på ett svar{% if customer %} från {{ customer }}{% endif %}: {{ reasons }}",
            """Hej{% if name %} {{ name }}{% endif %}!

{% if customer %}{{ customer }}{% else %}En kund{% endif %} har lämnat ett svar som en person bör se nu.

Varför:       {{ reasons }}
Undersökning: {{ survey }}
Betyg:        {{ score }}
Från:         {{ contact }}
Kommentar:    {{ comment }}

Ta ställning till det i granskningen: {{ triage_id }}
""",
        ),
        "no": Wording(
            "Se på et svar{% if customer %} fra {{ customer }}{% endif %}: {{ reasons }}",
            """Hei{% if name %}, {{ name }}{% endif %}!

{% if customer %}{{ customer }}{% else %}En kunde{% endif %} har gitt et svar som et menneske bør se nå.

Hvorfor:      {{ reasons }}
Undersøkelse: {{ survey }}
Poengsum:     {{ score }}
Fra:          {{ contact }}
Kommentar:    {{ comment }}

Ta stilling til det i gjennomgangen: {{ triage_id }}
""",
        ),
        "sr-Cyrl": Wording(
            "Погледајте одговор{% if customer %} клијента {{ customer }}{% endif %}: {{ reasons }}",
            """Добар дан{% if name %}, {{ name }}{% endif %},

Стигао је одговор{% if customer %} клијента {{ customer }}{% endif %} који неко треба одмах да погледа.

Разлог:   {{ reasons }}
Анкета:   {{ survey }}
Оцена:    {{ score }}
Од:       {{ contact }}
Коментар: {{ comment }}

Одлучите о њему у провери: {{ triage_id }}
""",
        ),
        "sr-Latn": Wording(
            "Pogledajte odgovor{% if customer %} klijenta {{ customer }}{% endif %}: {{ reasons }}",
            """Dobar dan{% if name %}, {{ name }}{% endif %},

Stigao je odgovor{% if customer %} klijenta {{ customer }}{% endif %} koji neko treba odmah da pogleda.

Razlog:   {{ reasons }}
Anketa:   {{ survey }}
Ocena:    {{ score }}
Od:       {{ contact }}
Komentar: {{ comment }}

Odlučite o njemu u proveri: {{ triage_id }}
""",
        ),
        "bg": Wording(
            "Прегледайте отговор{% if customer %} от {{ customer }}{% endif %}: {{ reasons }}",
            """Здравейте{% if name %}, {{ name }}{% endif %},

Получен е отговор{% if customer %} от {{ customer }}{% endif %}, който някой трябва да види веднага.

Причина:  {{ reasons }}
Анкета:   {{ survey }}
Оценка:   {{ score }}
От:       {{ contact }}
Коментар: {{ comment }}

Вземете решение при прегледа: {{ triage_id }}
""",
        ),
    },
)
