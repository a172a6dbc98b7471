"""Invented names and the places the company works at."""

from dataclasses import dataclass
from datetime import time

from sandbox.directory import WorkingHours


@dataclass(frozen=True)
class Site:
    """An office; `weight` is its share of the people, `language` the one most of them prefer."""

    city: str
    country: str
    code: str
    state: str
    zone: str
    language: str
    weight: int
    hours: WorkingHours


EUROPE = WorkingHours(start=time(8, 0), end=time(18, 0))
LONDON = WorkingHours(start=time(9, 0), end=time(17, 30))
NEW_YORK = WorkingHours(start=time(8, 30), end=time(17, 30))
SINGAPORE = WorkingHours(start=time(9, 0), end=time(18, 0))

SITES = (
    Site("Berlin", "Germany", "DE", "Berlin", "Europe/Berlin", "de-DE", 9, EUROPE),
    Site("Hamburg", "Germany", "DE", "Hamburg", "Europe/Berlin", "de-DE", 6, EUROPE),
    Site("München", "Germany", "DE", "Bayern", "Europe/Berlin", "de-DE", 4, EUROPE),
    Site("Wien", "Austria", "AT", "Wien", "Europe/Vienna", "de-AT", 4, EUROPE),
    Site("Zürich", "Switzerland", "CH", "Zürich", "Europe/Zurich", "de-CH", 4, EUROPE),
    Site("London", "United Kingdom", "GB", "England", "Europe/London", "en-GB", 5, LONDON),
    Site("New York", "United States", "US", "New York", "America/New_York", "en-US", 4, NEW_YORK),
    Site("Singapore", "Singapore", "SG", "", "Asia/Singapore", "en-SG", 4, SINGAPORE),
)
GIVEN = (
    "Aaliyah Adrian Aisha Alina Amara Anna Arjun Astrid Ayse Benedikt Birgit Bruno Carla Carlos "
    "Chen Chiara Clara Daniel "
    "Daria David Deniz Diana Elena Elif Emil Emma Eva Fatima Felix Finn Florian Franziska Gabriel "
    "Greta Hanna Hannes "
    "Helena Hiroshi Ida Ines Isabel Ivan Jakob Jana Jasmin Jonas Julia Kai Karl Katharina Kenji "
    "Klara Lars Laura Lea "
    "Leon Lina Louis Luca Lukas Magda Maja Malik Marco Maria Marie Matteo Max Mei Mia Milan Mira "
    "Mohamed Moritz Nadia "
    "Nele Niklas Nina Noah Nora Olga Oliver Omar Oskar Paul Petra Priya Rafael Rahul Rania Robin "
    "Rosa Ruth Samir Sara "
    "Sofia Stefan Susanne Sven Tariq Theo Thomas Tim Uta Valentin Vera Victor Viktoria Wei Yara "
    "Yusuf Zoe"
)
WOMEN = (
    "Aaliyah Aisha Alina Amara Anna Astrid Ayse Birgit Carla Chiara Clara Daria Diana Elena Elif "
    "Emma Eva Fatima "
    "Franziska Greta Hanna Helena Ida Ines Isabel Jana Jasmin Julia Katharina Klara Laura Lea Lina "
    "Magda Maja Maria "
    "Marie Mei Mia Mira Nadia Nele Nina Nora Olga Petra Priya Rania Rosa Ruth Sara Sofia Susanne "
    "Uta Vera Viktoria "
    "Yara Zoe"
)
"""Given names that women bear; only the hair in the invented portraits follows it."""
FAMILY = (
    "Abel Adler Aydin Bauer Becker Berger Bianchi Brandt Brown Busch Chan Clarke Costa Demir "
    "Dietrich Engel Evans Fischer "
    "Frank Fuchs Garcia Graf Gruber Haas Hahn Hansen Hartmann Heinrich Hofer Huber Ito Jansen Jung "
    "Kaiser Kaya Keller "
    "Khan Klein Koch König Kraus Kruse Kumar Lang Lee Lehmann Lim Lindner Lorenz Maier Marti "
    "Martin Mayer Meier Moser "
    "Müller Nagel Ng Novak Okafor Otto Park Patel Peters Pichler Pohl Rao Reed Reuter Richter "
    "Riedl Rossi Roth Sato "
    "Schäfer Schmid Scholz Schubert Schulz Schuster Seidel Silva Singh Smith Sommer Stein Steiner "
    "Stern Tan Taylor Thiel "
    "Tran Vogel Vogt Wagner Walker Walter Weber Weiss Werner White Wieser Winkler Winter Wolf Wong "
    "Yilmaz Zhang Ziegler"
)
DEPARTMENTS = (
    "People & Culture",
    "Finance",
    "Sales",
    "Operations",
    "Technology",
    "Marketing",
    "Legal",
    "Customer Service",
    "Research",
    "Logistics",
)
TITLES = {
    1: "Chief Executive Officer",
    2: "Chief Officer",
    3: "Vice President",
    4: "Head of Department",
    5: "Team Lead",
    6: "Specialist",
    7: "Associate",
}
