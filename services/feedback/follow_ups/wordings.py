"""What the account's team reads of other answers, and what a contact reads who is asked to tell others."""

from shared.features.notification_templates.templates import Template, Wording

ANSWER_GIVEN = Template(
    name="answer_given",
    about="A customer gave an answer of which a rule says that the account's team hears; to them.",
    example={
        "name": "Mia",
        "customer": "Acme",
        "contact": "Ana",
        "survey": "NPS",
        "score": 7,
        "comment": "It does its job.",
    },
    wordings={
        "en": Wording(
            "An answer from {% if customer %}{{ customer }}{% else %}a customer{% endif %}: {{ survey }} {{ score }}",
            """Hello {{ name }},

{% if customer %}{{ customer }}{% else %}A customer{% endif %} has given an answer.

Survey:  {{ survey }}
Score:   {{ score }}
By:      {{ contact }}
Comment: {{ comment }}

You hear of it because you work with this customer.
""",
        ),
        "es": Wording(
            "Una respuesta{% if customer %} de {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hola, {{ name }}:

{% if customer %}{{ customer }}{% else %}Un cliente{% endif %} ha dado una respuesta.

Encuesta:   {{ survey }}
Puntuación: {{ score }}
De:         {{ contact }}
Comentario: {{ comment }}

Recibe este mensaje porque trabaja con este cliente.
""",
        ),
        "sv": Wording(
            "Ett svar{% if customer %} från {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hej {{ name }}!

{% if customer %}{{ customer }}{% else %}En kund{% endif %} har lämnat ett svar.

Undersökning: {{ survey }}
Betyg:        {{ score }}
Från:         {{ contact }}
Kommentar:    {{ comment }}

Du får det här meddelandet eftersom du arbetar med kunden.
""",
        ),
        "no": Wording(
            "Et svar{% if customer %} fra {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Hei, {{ name }}!

{% if customer %}{{ customer }}{% else %}En kunde{% endif %} har gitt et svar.

Undersøkelse: {{ survey }}
Poengsum:     {{ score }}
Fra:          {{ contact }}
Kommentar:    {{ comment }}

Du får denne meldingen fordi du jobber med kunden.
""",
        ),
        "sr-Cyrl": Wording(
            "Одговор{% if customer %} клијента {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Добар дан, {{ name }},

Стигао је одговор{% if customer %} клијента {{ customer }}{% endif %}.

Анкета:   {{ survey }}
Оцена:    {{ score }}
Од:       {{ contact }}
Коментар: {{ comment }}

Ову поруку добијате зато што радите са овим клијентом.
""",
        ),
        "sr-Latn": Wording(
            "Odgovor{% if customer %} klijenta {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Dobar dan, {{ name }},

Stigao je odgovor{% if customer %} klijenta {{ customer }}{% endif %}.

Anketa:   {{ survey }}
Ocena:    {{ score }}
Od:       {{ contact }}
Komentar: {{ comment }}

Ovu poruku dobijate zato što radite sa ovim klijentom.
""",
        ),
        "bg": Wording(
            "Отговор{% if customer %} от {{ customer }}{% endif %}: {{ survey }} {{ score }}",
            """Здравейте, {{ name }},

Получен е отговор{% if customer %} от {{ customer }}{% endif %}.

Анкета:   {{ survey }}
Оценка:   {{ score }}
От:       {{ contact }}
Коментар: {{ comment }}

Получавате това съобщение, защото работите с този клиент.
""",
        ),
    },
)

ADVOCACY_ASK = Template(
    name="advocacy_ask",
    about="A contact gave a positive answer and may be asked to tell others; to the contact.",
    example={"name": "Ana"},
    wordings={
        "en": Wording(
            "Would you tell others about us?",
            """Hello{% if name %} {{ name }}{% endif %},

Thank you for your kind words. Would you recommend us to somebody who could use our help, or write a few
words that we may show?

A line in answer to this mail is enough. If you would rather not, please just leave it.
""",
        ),
        "es": Wording(
            "¿Nos recomendaría a otras personas?",
            """Hola{% if name %}, {{ name }}{% endif %}:

Gracias por sus amables palabras. ¿Nos recomendaría a alguien a quien podamos ayudar, o escribiría unas
líneas que podamos mostrar?

Basta con responder a este mensaje. Si prefiere no hacerlo, no tiene que hacer nada.
""",
        ),
        "sv": Wording(
            "Vill du berätta om oss för andra?",
            """Hej{% if name %} {{ name }}{% endif %}!

Tack för dina vänliga ord. Vill du rekommendera oss till någon som kan behöva vår hjälp, eller skriva
några rader som vi får visa?

Det räcker att svara på det här mejlet. Vill du hellre låta bli behöver du inte göra något.
""",
        ),
        "no": Wording(
            "Vil du fortelle andre om oss?",
            """Hei{% if name %}, {{ name }}{% endif %}!

Takk for de hyggelige ordene. Vil du anbefale oss til noen som kan trenge hjelpen vår, eller skrive noen
linjer som vi kan vise?

Det holder å svare på denne e-posten. Vil du helst la være, trenger du ikke å gjøre noe.
""",
        ),
        "sr-Cyrl": Wording(
            "Да ли бисте нас препоручили другима?",
            """Добар дан{% if name %}, {{ name }}{% endif %},

Хвала Вам на лепим речима. Да ли бисте нас препоручили некоме коме можемо да помогнемо, или написали
неколико реченица које смемо да покажемо?

Довољно је да одговорите на ову поруку. Ако то не желите, не морате ништа да урадите.
""",
        ),
        "sr-Latn": Wording(
            "Da li biste nas preporučili drugima?",
            """Dobar dan{% if name %}, {{ name }}{% endif %},

Hvala Vam na lepim rečima. Da li biste nas preporučili nekome kome možemo da pomognemo, ili napisali
nekoliko rečenica koje smemo da pokažemo?

Dovoljno je da odgovorite na ovu poruku. Ako to ne želite, ne morate ništa da uradite.
""",
        ),
        "bg": Wording(
            "Бихте ли ни препоръчали на други?",
            """Здравейте{% if name %}, {{ name }}{% endif %},

Благодарим Ви за добрите думи. Бихте ли ни препоръчали на някого, на когото можем да помогнем, или да
напишете няколко реда, които можем да покажем?

Достатъчно е да отговорите на това писмо. Ако предпочитате да не го правите, не е нужно да предприемате нищо.
""",
        ),
    },
)
