"""German or not: by script and by little words; what is not clear is undetermined."""

# ruff: noqa: E501, RUF001 - sentences in many scripts

import pytest
from pydantic import TypeAdapter

from generator.fields import Language
from generator.intake.language import language_of

TEXTS = {
    "de": "Die Fähre liegt seit Dienstag im Dock, weil ein Riss in der Schraube gefunden wurde. Das sagte der Landrat.",
    "en": "The ferry has been in the dock since Tuesday because a crack was found in the propeller, the harbour said.",
    "fr": "Le bac est au bassin depuis mardi, parce que les plongeurs ont trouvé une fissure dans son hélice.",
    "es": "El barco está en el dique desde el martes porque los buzos han encontrado una grieta en la hélice.",
    "it": "Il traghetto è nel bacino da martedì perché i sommozzatori hanno trovato una crepa nel timone della nave.",
    "nl": "De veerboot ligt sinds dinsdag in het dok omdat er een scheur in de schroef is gevonden, zei de haven.",
    "pt": "O barco está na doca desde terça-feira, porque os mergulhadores encontraram uma fenda na hélice e não há outro.",
    "pl": "Prom stoi w doku od wtorku, ponieważ nurkowie znaleźli pęknięcie w śrubie, ale nie wiadomo, jak to jest z załogą.",
    "tr": "Feribot salı gününden beri havuzda ve bu bir çatlak için, dedi liman; bu da çok uzun olarak sürecek gibi.",
    "ar": "توقفت العبارة في الحوض منذ الثلاثاء بسبب شق في المروحة كما قال المتحدث",
    "fa": "کشتی از سه شنبه در حوضچه است چون غواصان ترکی در پروانه پیدا کردند، گفت",
    "he": "המעבורת עומדת במספנה מיום שלישי כי נמצא סדק במדחף",
    "ru": "Паром стоит в доке со вторника, потому что водолазы нашли трещину в винте.",
    "uk": "Пором стоїть у доці з вівторка, бо водолази знайшли тріщину в гвинті його.",
    "bg": "Фериботът е в дока от вторник, защото водолазите откриха пукнатина във винта му.",
    "el": "Το πλοίο βρίσκεται στη δεξαμενή από την Τρίτη.",
    "ja": "フェリーは火曜日からドックに入っている。",
    "zh": "渡轮自星期二起一直停在船坞里。",
    "ko": "여객선은 화요일부터 부두에 있다.",
    "und": "Hafen Fähre Dock Schraube Riss Taucher Landrat",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language: str) -> None:
    assert language_of([TEXTS[language]]) == language
    assert TypeAdapter(Language).validate_python(language) == language


@pytest.mark.parametrize("paragraphs", [[], ["1234"], ["Zu kurz."], ["i", "og det er en"]])
def test_undetermined(paragraphs: list[str]) -> None:
    assert language_of(paragraphs) == "und"


def test_a_foreign_quote_does_not_turn_a_german_text() -> None:
    assert language_of([TEXTS["de"], TEXTS["de"], "“The ferry is in the dock”, sagte er.", "قالت المدينة"]) == "de"
