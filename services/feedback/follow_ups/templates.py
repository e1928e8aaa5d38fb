"""What the account's team reads of good news."""

from shared.features.notification_templates.templates import Template, Wording

GOOD_NEWS = Template(
    name="good_news",
    about="A customer gave a positive answer; to the account's team.",
    example={
        "name": "Mia",
        "customer": "Acme",
        "contact": "Ana",
        "survey": "NPS",
        "score": 10,
        "comment": "Quick and friendly.",
    },
    wordings={
        "en": Wording(
            "Good news from {% if customer %}{{ customer }}{% else %}a customer{% endif %}: {{ survey }} {{ score }}",
            """Hello {{ name }},

{% if customer %}{{ customer }}{% else %}A customer{% endif %} has given a positive answer.

Survey:  {{ survey }}
Score:   {{ score }}
By:      {{ contact }}
Comment: {{ comment }}

You hear of it because you work with this customer. A word of thanks goes a long way.
""",
        ),
        "es": Wording(
            "Buenas noticias{% if customer %} de {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hola, {{ name }}:

{% if customer %}{{ customer }}{% else %}Un cliente{% endif %} ha dado una respuesta positiva.

Encuesta:   {{ survey }}
Puntuación: {{ score }}
De:         {{ contact }}
Comentario: {{ comment }}

Recibe este mensaje porque trabaja con este cliente. Unas palabras de agradecimiento siempre son bienvenidas.
""",
        ),
        "sv": Wording(
            "Goda nyheter{% if customer %} från {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hej {{ name }}!

{% if customer %}{{ customer }}{% else %}En kund{% endif %} har lämnat ett positivt svar.

Undersökning: {{ survey }}
Betyg:        {{ score }}
Från:         {{ contact }}
Kommentar:    {{ comment }}

Du får det här meddelandet eftersom du arbetar med kunden. Ett tack betyder mycket.
""",
        ),
        "no": Wording(
            "Gode nyheter{% if customer %} fra {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hei, {{ name }}!

{% if customer %}{{ customer }}{% else %}En kunde{% endif %} har gitt et positivt svar.

Undersøkelse: {{ survey }}
Poengsum:     {{ score }}
Fra:          {{ contact }}
Kommentar:    {{ comment }}

Du får denne meldingen fordi du jobber med kunden. En enkel takk betyr mye.
""",
        ),
        "sr-Cyrl": Wording(
            "Добре вести{% if customer %} од клијента {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Добар дан, {{ name }},

Стигао је позитиван одговор{% if customer %} од клијента {{ customer }}{% endif %}.

Анкета:   {{ survey }}
Оцена:    {{ score }}
Од:       {{ contact }}
Коментар: {{ comment }}

Ову поруку добијате зато што радите са овим клијентом. Реч захвалности много значи.
""",
        ),
        "sr-Latn": Wording(
            "Dobre vesti{% if customer %} od klijenta {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Dobar dan, {{ name }},

Stigao je pozitivan odgovor{% if customer %} od klijenta {{ customer }}{% endif %}.

Anketa:   {{ survey }}
Ocena:    {{ score }}
Od:       {{ contact }}
Komentar: {{ comment }}

Ovu poruku dobijate zato što radite sa ovim klijentom. Reč zahvalnosti mnogo znači.
""",
        ),
        "bg": Wording(
            "Добри новини{% if customer %} от {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Здравейте, {{ name }},

Получен е положителен отговор{% if customer %} от {{ customer }}{% endif %}.

Анкета:   {{ survey }}
Оценка:   {{ score }}
От:       {{ contact }}
Коментар: {{ comment }}

Получавате това съобщение, защото работите с този клиент. Една благодарност винаги е добре дошла.
""",
        ),
    },
)
