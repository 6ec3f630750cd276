"""Words that German writes as names of their own: capitals and other seats of power, countries, first names.

They tell a name from a noun, since both begin with a capital. None of the lists is complete, nor needs to be: capitals
are written as the press writes them, countries come from CLDR (babel), first names are those that are common in news.
"""

from __future__ import annotations

from babel import Locale

CAPITALS = frozenset(
    "Abu Dhabi|Abuja|Accra|Addis Abeba|Algier|Amman|Amsterdam|Andorra la Vella|Ankara|Antananarivo|Apia|Aschgabat"
    "|Asmara|Astana|Asunción|Athen|Bagdad|Baku|Bamako|Bandar Seri Begawan|Bangkok|Bangui|Banjul|Beirut|Belgrad"
    "|Belmopan|Berlin|Bern|Bischkek|Bissau|Bogotá|Brasília|Bratislava|Brazzaville|Bridgetown|Brüssel|Budapest"
    "|Buenos Aires|Bujumbura|Bukarest|Canberra|Caracas|Chisinau|Chișinău|Colombo|Conakry|Dakar|Damaskus|Daressalam"
    "|Delhi|Dhaka|Dodoma|Doha|Dschibuti|Dschuba|Dublin|Duschanbe|Eriwan|Freetown|Gaborone|Georgetown|Gitega"
    "|Guatemala-Stadt|Hanoi|Harare|Havanna|Helsinki|Honiara|Islamabad|Jakarta|Jaunde|Jerewan|Jerusalem|Juba|Kabul"
    "|Kairo|Kampala|Kapstadt|Kathmandu|Khartum|Kiew|Kigali|Kingston|Kinshasa|Kopenhagen|Kuala Lumpur|Kyjiw|La Paz"
    "|Libreville|Lilongwe|Lima|Lissabon|Ljubljana|Lomé|London|Luanda|Lusaka|Luxemburg|Madrid|Malabo|Male|Managua"
    "|Manama|Manila|Maputo|Maseru|Maskat|Mbabane|Mexiko-Stadt|Minsk|Mogadischu|Monaco|Monrovia|Montevideo|Moroni"
    "|Moskau|N'Djamena|Nairobi|Nassau|Naypyidaw|Neu-Delhi|Niamey|Nikosia|Nouakchott|Nuku'alofa|Nuuk|Oslo|Ottawa"
    "|Ouagadougou|Panama-Stadt|Paramaribo|Paris|Peking|Phnom Penh|Pjöngjang|Podgorica|Port Louis|Port Moresby"
    "|Port-au-Prince|Porto-Novo|Prag|Praia|Pretoria|Pristina|Quito|Rabat|Ramallah|Reykjavik|Riad|Riga|Rom|San José"
    "|San Salvador|Sanaa|Santiago|Santo Domingo|Sarajevo|Seoul|Singapur|Skopje|Sofia|Stockholm|Sucre|Suva|Taipeh"
    "|Tallinn|Taschkent|Tegucigalpa|Teheran|Thimphu|Tiflis|Tirana|Tokio|Tripolis|Tunis|Ulaanbaatar|Ulan Bator|Vaduz"
    "|Valletta|Vatikan|Vientiane|Vilnius|Warschau|Washington|Wellington|Wien|Windhoek|Yamoussoukro|Yangon|Yaoundé"
    "|Zagreb".split("|")
)
SEATS = frozenset(
    "Ballhausplatz|Barcelona|Belfast|Bonn|Brasilia|Bremen|Cardiff|Den Haag|Downing Street|Dresden|Düsseldorf"
    "|Edinburgh|Elysee|Elysee-Palast|Elysée|Erbil|Erfurt|Frankfurt|Genf|Hamburg|Hannover|Hofburg|Hongkong|Kapitol"
    "|Karlsruhe|Kiel|Kreml|Lausanne|Leverkusen|Luxemburg|Magdeburg|Mailand|Mainz|Maranello|Moncloa|München|New York"
    "|Pentagon|Potsdam|Quai d'Orsay|Quirinal|Saarbrücken|Santiago de Chile|Schwerin|Silicon Valley|Stormont"
    "|Straßburg|Stuttgart|Tel Aviv|Wall Street|Westminster|Whitehall|Wiesbaden|Wolfsburg|Zuffenhausen|Zürich|Élysée"
    "|Élysée-Palast".split("|")
)
COUNTRIES = frozenset(str(name) for name in Locale("de").territories.values()) | frozenset(
    "USA|Amerika|Großbritannien|England|Schottland|Wales|Nordirland|Weißrussland|Belarus|Tschechien|Holland|Burma"
    "|Birma|Elfenbeinküste|Nordkorea|Südkorea|Kongo|Osttimor|Kosovo|Palästina|Tschetschenien".split("|")
)
FIRST_NAMES = frozenset(
    "Abdullah Achim Adam Ahmad Ahmed Albert Alejandro Aleksandr Alexander Alexandra Alexej Alfred Ali Alice Amir Ana"
    " Andrea Andreas Andrej Andrew Andrzej Angela Anja Anna Annalena Anne Annegret Annette Anthony Antonio Antony"
    " António Arnold Arthur Ayşe Barack Barbara Barron Bashar Beate Benedikt Benjamin Bernd Bernhard Bill Birgit Björn"
    " Bob Boris Brigitte Bruno Carl Carla Carlos Carmen Carola Carolin Caroline Catherine Charles Charlotte Chris"
    " Christa Christian Christiane Christina Christine Christoph Christopher Clara Claudia Daniel Daniela David Dennis"
    " Diana Dieter Dietmar Dirk Dmitri Dmytro Dominik Donald Doris Dorothea Eberhard Edgar Eduard Edward Elena"
    " Elisabeth Elizabeth Elke Ella Emily Emma Emmanuel Enrico Eric Erich Erik Erika Ernst Eva Fabian Felix Ferdinand"
    " Florian Francesco Francis Franco Frank Franz François Françoise Frauke Fred Friedrich Fritz Gabriele Gavin Georg"
    " George Gerald Gerd Gerhard Gianni Giorgia Giovanni Gisela Giuseppe Gordon Greta Gudrun Guido Gustav Günter"
    " Günther Hanna Hannah Hannelore Hans Harald Harry Hassan Heidi Heike Heiko Heinrich Heinz Helen Helena Helga"
    " Helmut Henry Herbert Hermann Hillary Holger Horst Hubert Hugo Hunter Ibrahim Igor Ingo Ingrid Irene Iris Isabel"
    " Isabella Ivan Ivana Ivanka Iwan Jack Jakob James Jamie Jan Jana Jane Janet Jared Jasmin Jean Jeff Jennifer Jens"
    " Jill Jim Jimmy Joachim Joan Jochen Joe Joel Johan Johann Johanna Johannes John Jon Jonas Jonathan Jorge Josef"
    " Joseph José Juan Judith Julia Julian Juliane Justin Jörg Jürgen Kai Karin Karl Karsten Katharina Kathrin Katja"
    " Katrin Kerstin Kevin Kim Kira Klara Klaus Konrad Kristina Kurt Lara Larry Lars Laura Lea Lena Leo Leon Leonie"
    " Lev Linda Lisa Lothar Louis Louise Luca Lucas Ludwig Luis Luisa Lukas Luke Lutz Mahmud Maja Manfred Manuel"
    " Manuela Mara Marc Marcel Marco Margaret Margarete Maria Marianne Marie Mario Marion Mark Marko Markus Martha"
    " Martin Martina Mary María Mathias Matteo Matthew Matthias Max Maximilian Mehmet Melania Melanie Mia Michael"
    " Michaela Michail Michel Michelle Miguel Mike Mila Mohamed Mohammed Mona Monika Moritz Muhammad Mustafa Nadine"
    " Nancy Natalie Natalja Nicola Nicolas Nicole Nikolai Nils Nina Norbert Olaf Ole Oleg Oleksandr Olena Olga Oliver"
    " Omar Oscar Oskar Pablo Paolo Pascal Patricia Patrick Patrik Paul Paula Pedro Peter Petra Philip Philipp Pia"
    " Pierre Rainer Ralf Ralph Raphael Regina Reinhard Reinhold Renate René Ricarda Riccardo Richard Rita Robert"
    " Roberto Robin Roger Roland Rolf Roman Ron Ronald Rosa Rosalie Rudolf Ruth Sabine Said Salman Sandra Sara Sarah"
    " Saskia Sebastian Sergej Sergio Silke Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen"
    " Stephan Stephen Steve Steven Susan Susanne Sven Svenja Sybille Tanja Tatjana Ted Theo Theodor Theresa Thilo"
    " Thomas Thorsten Tiffany Till Tim Timo Tobias Tom Toni Tony Torsten Uli Ulrich Ulrike Ursula Ute Uwe Valentin"
    " Vanessa Vera Verena Veronika Victor Victoria Viktor Vincent Vladimir Volker Walter Werner Wilhelm William"
    " Winfried Wladimir Wolfgang Wolodymyr Yasmin Yusuf Yvonne Zoe".split()
)
