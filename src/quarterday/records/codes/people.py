"""Codes that describe a child.

Values beside labels; source: `reference/formats/code_lists.csv`.
"""

from quarterday.records.code_list import Code, CodeList

YES_NO = CodeList(
    "yes_no",
    (
        Code("Y", "Yes"),
        Code("N", "No"),
    ),
)
YES_NO_NA = CodeList(
    "yes_no_na",
    (
        Code("Y", "Yes"),
        Code("N", "No"),
        Code("NA", "Not applicable"),
    ),
)
SEX = CodeList(
    "sex",
    (
        Code("M", "Male", since="2024-25"),
        Code("F", "Female", since="2024-25"),
        Code("U", "Unknown (required for unborn in CIN)", since="2024-25"),
    ),
)
GENDER = CodeList(
    "gender",
    (
        Code("M", "Male (value loaded in practice)"),
        Code("F", "Female (value loaded in practice)"),
        Code("U", "Unknown (value loaded in practice)"),
        Code("I", "Indeterminate (value loaded in practice)"),
        Code("00", "Not known (guidance)"),
        Code("01", "Man or boy (guidance)"),
        Code("02", "Woman or girl (guidance)"),
        Code("09", "Prefer to self-describe (guidance)"),
    ),
)
ETHNICITY = CodeList(
    "ethnicity",
    (
        Code("WBRI", "White British"),
        Code("WIRI", "White Irish"),
        Code("WIRT", "Traveller of Irish heritage"),
        Code("WOTH", "Any other White background"),
        Code("WROM", "Gypsy or Roma"),
        Code("MWBC", "White and Black Caribbean"),
        Code("MWBA", "White and Black African"),
        Code("MWAS", "White and Asian"),
        Code("MOTH", "Any other mixed background"),
        Code("AIND", "Indian"),
        Code("APKN", "Pakistani"),
        Code("ABAN", "Bangladeshi"),
        Code("AOTH", "Any other Asian background"),
        Code("BCRB", "Black Caribbean"),
        Code("BAFR", "Black African"),
        Code("BOTH", "Any other Black background"),
        Code("CHNE", "Chinese"),
        Code("OOTH", "Any other ethnic group"),
        Code("REFU", "Refused"),
        Code("NOBT", "Not yet obtained"),
    ),
)
DISABILITY = CodeList(
    "disability",
    (
        Code("NONE", "No disability"),
        Code("MOB", "Mobility"),
        Code("HAND", "Hand function"),
        Code("PC", "Personal care"),
        Code("INC", "Incontinence"),
        Code("COMM", "Communication"),
        Code("LD", "Learning"),
        Code("HEAR", "Hearing"),
        Code("VIS", "Vision"),
        Code("BEH", "Behaviour"),
        Code("CON", "Consciousness"),
        Code("AUT", "Autism or Asperger diagnosed"),
        Code("DDA", "Other disability under the Act"),
    ),
)
UPN_UNKNOWN = CodeList(
    "upn_unknown",
    (
        Code("UN1", "Too young to have one"),
        Code("UN2", "Never at a state school in England"),
        Code("UN3", "Educated outside England"),
        Code("UN4", "Newly in care, not yet known (903)"),
        Code("UN5", "Sources disagree"),
        Code("UN6", "UN6"),
        Code("UN7", "UN7"),
    ),
)
IMMIGRATION_STATUS = CodeList(
    "immigration_status",
    (
        Code("Unaccompanied Asylum Seeking Child", "UASC"),
        Code("Indefinite Leave to Remain in the UK (ILR)", "ILR"),
        Code("Discretionary Leave to Remain in the UK to 18 (DLR)", "DLR"),
        Code("Refugee Status", "Refugee"),
        Code("Adult Asylum Seeker", "Adult seeker"),
        Code("UASC", "value the SSD Annex A script filters on"),
    ),
)
