"""Where to turn who refuses a decision, as it ships; an operator says what holds where they are."""

from typing import Final

RECOURSE: Final = {
    "en": "If you do not agree with our decision, tell us and somebody who was not part of it looks at it again."
    " You may also turn to the ombudsman or the consumer authority where you live.",
    "es": "Si no está de acuerdo con nuestra decisión, díganoslo y la revisará una persona que no participó en ella."
    " También puede acudir al defensor del cliente o a la autoridad de consumo de su lugar de residencia.",
    "sv": "Om du inte godtar vårt beslut, säg till så prövar någon som inte var med om beslutet ärendet på nytt."
    " Du kan också vända dig till en ombudsman eller till konsumentmyndigheten där du bor.",
    "no": "Hvis du ikke godtar avgjørelsen, si fra, så vurderer noen som ikke var med på den, saken på nytt."
    " Du kan også henvende deg til et ombud eller til forbrukermyndigheten der du bor.",
    "sr-Cyrl": "Ако се не слажете са нашом одлуком, јавите нам и поново ће је размотрити неко ко у њој није"
    " учествовао. Можете се обратити и омбудсману или органу за заштиту потрошача тамо где живите.",
    "sr-Latn": "Ako se ne slažete sa našom odlukom, javite nam i ponovo će je razmotriti neko ko u njoj nije"
    " učestvovao. Možete se obratiti i ombudsmanu ili organu za zaštitu potrošača tamo gde živite.",
    "bg": "Ако не сте съгласни с решението ни, кажете ни и някой, който не е участвал в него, ще го разгледа отново."
    " Можете да се обърнете и към омбудсман или към органа за защита на потребителите там, където живеете.",
}
