"""What mentors can pass on, and the twelve topics of a first cycle."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mentoring.domain.people import Language


class Topic(BaseModel):
    """Something a mentor can pass on, with its name in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    de: str
    en: str

    def name(self, language: Language) -> str:
        """The topic's name in the person's language."""
        return self.de if language == "de" else self.en


TOPICS: tuple[Topic, ...] = tuple(
    Topic(id=key, de=de, en=en)
    for key, de, en in (
        ("ai", "Künstliche Intelligenz", "Artificial intelligence"),
        ("data", "Daten und Auswertungen", "Data and analytics"),
        ("automation", "Automatisierung", "Automation"),
        ("collaboration", "Digitale Zusammenarbeit", "Digital collaboration"),
        ("social_media", "Soziale Medien", "Social media"),
        ("social_intranet", "Soziales Intranet", "Social intranet"),
        ("digital_business", "Digitale Geschäftsmodelle", "Digital business models"),
        ("customers_of_tomorrow", "Kundschaft von morgen", "Customers of tomorrow"),
        ("new_work", "Neue Arbeitswelt", "New ways of working"),
        ("feedback_culture", "Feedback-Kultur", "Feedback culture"),
        ("cyber_security", "Cybersicherheit", "Cyber security"),
        ("agile", "Agiles Arbeiten", "Agile working"),
    )
)
