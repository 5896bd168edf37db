"""Packages as other municipalities write them: other headings, other words, other order. All invented."""

from __future__ import annotations

MINUTES = """Referat
Børne- og Familieudvalget
Tirsdag den 12. marts 2030 kl. 16.00
Mødelokale 2, Lindehus Rådhus

Deltagere: Karen Overgaard (C), Mustafa Demir (A), Ole Thygesen (V), Lærke Bidstrup (Ø)

1. Godkendelse af dagsorden
Sagsnr.: 00.22.04-A30-1-30

Beslutning
Godkendt.

2. Trygge Stier - midtvejsstatus
Sagsnr.: 17.00.00-P20-4-29
Sagsbehandler: Henriette Palle Vestergaard

Resumé
Udvalget orienteres om midtvejsstatus for indsatsen Trygge Stier, der blev sat i gang i august 2028 i Kærby \
og Tranemose med 2,4 mio. kr. fra budget 2028.

Sagsfremstilling
Der er uddannet 34 stiguider, og 410 elever fra fire skoler har deltaget.
Forvaltningen vurderer, at indsatsen bør fortsætte i 2030 og udvides til Birkholm fra august 2030.

Økonomi
Udvidelsen til Birkholm koster 350.000 kr. årligt, som findes inden for rammen.

Indstilling
Forvaltningen indstiller, at udvalget
• tager midtvejsstatus til efterretning
• godkender, at Trygge Stier udvides til Birkholm.

Beslutning
Indstillingen blev tiltrådt. Udvalget bad forvaltningen om at vende tilbage med en evaluering.
Lærke Bidstrup (Ø) tog forbehold.

3. Anlægsbevilling til Legeskibet i Kærby
Sagsnr.: 82.20.00-P20-9-29

Resumé
Der søges om anlægsbevilling på 1.150.000 kr. til etablering af naturlegepladsen Legeskibet i Kærby.

Indstilling
Forvaltningen indstiller til Byrådet,
1. at der gives en anlægsbevilling på 1.150.000 kr. til Legeskibet,
2. at beløbet frigives i 2030.

Beslutning
Anbefales godkendt.

4. Revision af børnepolitikken
Sagsnr.: 00.01.00-P22-2-30

Beslutning
Udsat til mødet i maj, idet udvalget ønsker økonomien belyst.

5. Lukket: Ansættelsessag

Beslutning
Punktet blev trukket af dagsordenen.

6. Meddelelser

Beslutning
Taget til orientering.

7. Eventuelt

Beslutning
Der var intet til punktet.
"""

PACKAGE = """Rådmandsmøde

Dato: 4. juni 2030
Tid: 09.00 - 10.30
Sted: Rådmandens kontor

Punkt 1: Godkendelse af referat
Beslutning for Punkt 1: Godkendelse af referat
Referatet blev godkendt uden bemærkninger.

Punkt 2: Nattevagten - erfaringer fra det første halve år (15 min)
Beslutning for Punkt 2: Nattevagten - erfaringer fra det første halve år
Rådmanden tiltrådte indstillingen med den bemærkning, at Svanelund prioriteres først.
Abdi følger op med boligorganisationerne inden sommerferien.

Punkt 3: Forslag til ny ungestrategi (20 min)
Beslutning for Punkt 3: Forslag til ny ungestrategi
Indstillingen blev ikke tiltrådt. Forvaltningen kommer med et nyt oplæg.
\fINDSTILLING

Til: Rådmanden for Socialforvaltningen
Fra: Ungdom og Fællesskab
Dato: 27. maj 2030
Sagsnr.: S2030-10332
Sagsbehandler: Abdi Warsame Jensen

Nattevagten - erfaringer fra det første halve år

Resume
Nattevagten er et opsøgende team, der siden november 2029 har arbejdet i Svanelund og på Havnepladsen.

Indstilling
Det indstilles, at rådmanden
1) tager status til efterretning, og
2) godkender, at Nattevagten fortsætter i 2031 for 1,9 mio. kr.

Baggrund
Nattevagten blev besluttet med Budget 2029, hvor der blev afsat 3,6 mio. kr. over to år. Holdet består \
af fem medarbejdere fra Ungdom og Fællesskab og to fra Kriminalitetsforebyggelse (KF).
I perioden er der talt med 612 unge, og 22 pct. af de unge var under 15 år.
Indsatsen i Svanelund kom senere i gang end planlagt. På Havnepladsen er indsatsen evalueret.
"""

CATALOGUE = """Notat
Vedr.: Katalog over budgetforslag på socialområdet 2031
Til: Social- og Seniorudvalget
Kopi til: Direktionen
Dato: 14. august 2030
Sagsid.: 30/10412
Udarbejdet af: Bente Lilleør og Chadi Nassar, Budget og Analyse

Nedenfor ses forvaltningens forslag til nye indsatser i Budget 2031. Alle beløb er i 1.000 kr.

Forslag Målgruppe Antal Start 2031 2032
Flere hænder om aftenen Ældre på plejehjem 85 2031 1.200 1.200
Demensvenlige boliger på Solbakken Borgere med demens 18 2031 850 400
Klippekort Pårørende 64 2032 0 300

Forslag 1: Flere hænder om aftenen
Forslaget indebærer, at der ansættes fire social- og sundhedsassistenter på plejehjemmene Solbakken \
og Åhaven. Ansvarlig: Ældrechef Poul-Erik Winther.

Forslag 2: Demensvenlige boliger på Solbakken
Der ombygges 18 boliger. Ombygningen forventes færdig i oktober 2031.
"""
