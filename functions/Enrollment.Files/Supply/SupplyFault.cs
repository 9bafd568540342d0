namespace Enrollment.Files.Supply;

/// <summary>One thing wrong with the files of a district's supply, and where.</summary>
/// <param name="File">Which file.</param>
/// <param name="Line">The row as a spreadsheet counts it, from 1; of a map, the feature's number from 1; 0 for the whole file.</param>
/// <param name="Column">The column's name, or empty.</param>
/// <param name="Code">What is wrong.</param>
/// <param name="Detail">Codes, streets, numbers and lines that help; never a home's address or anybody's name.</param>
public sealed record SupplyFault(SupplyFile File, int Line, string Column, SupplyFaultCode Code, string Detail = "");

/// <summary>The files.</summary>
public enum SupplyFile
{
    /// <summary>Schools with their plans.</summary>
    Schools,
    /// <summary>Service areas as lists.</summary>
    Zones,
    /// <summary>Service areas as polygons.</summary>
    Map,
    /// <summary>Buildings with address and place.</summary>
    Buildings,
    /// <summary>Registered children by zone and month of birth.</summary>
    Births,
    /// <summary>Building projects.</summary>
    Projects,
    /// <summary>Registered children of school age.</summary>
    Households,
    /// <summary>Walking distances.</summary>
    Distances,
    /// <summary>Children of a what-if.</summary>
    Candidates,
    /// <summary>Places of earlier years (R6).</summary>
    Places,
}

/// <summary>What can be wrong. Stable codes, printed in kebab-case; texts lie beside in both languages.</summary>
public enum SupplyFaultCode
{
    /// <summary>Larger than such a file can be.</summary>
    FileTooLarge,
    /// <summary>Neither UTF-8 nor GB18030, or a row that cannot be read.</summary>
    NotText,
    /// <summary>Nothing but a heading, or not even that.</summary>
    Empty,
    /// <summary>A required column is missing; the detail names it.</summary>
    ColumnMissing,
    /// <summary>A column nobody knows.</summary>
    ColumnUnknown,
    /// <summary>A column stands twice.</summary>
    ColumnTwice,
    /// <summary>More rows than such a file can have.</summary>
    TooManyRows,
    /// <summary>More cells than headings.</summary>
    TooManyCells,
    /// <summary>A spreadsheet would take the text for a formula.</summary>
    Formula,
    /// <summary>Control characters, markup, or what hides the text around it.</summary>
    ForbiddenCharacters,
    /// <summary>A required cell is blank.</summary>
    Required,
    /// <summary>Longer than the column takes.</summary>
    TooLong,
    /// <summary>Not a whole number of the column's range.</summary>
    NotANumber,
    /// <summary>A value outside the column's list.</summary>
    UnknownValue,
    /// <summary>Not a code of this kind.</summary>
    CodeForm,
    /// <summary>The last year or number lies before the first.</summary>
    RangeReversed,
    /// <summary>The school stands twice for one year; the detail is the first row.</summary>
    SchoolTwice,
    /// <summary>A line that names neither street with numbers, nor a compound, nor one building, nor an address.</summary>
    ClaimUnclear,
    /// <summary>An address from which neither street and number nor compound can be read.</summary>
    AddressUnreadable,
    /// <summary>A zone is single-school in one row and multi-school in another; the detail is the first row.</summary>
    ZoneKindsDiffer,
    /// <summary>Rows of one zone and year name different schools; the detail is the first row.</summary>
    ZoneSchoolsDiffer,
    /// <summary>A single-school zone with several schools.</summary>
    SeveralSchools,
    /// <summary>A multi-school zone with one school.</summary>
    OneSchoolOnly,
    /// <summary>The zone names a school that no list has in that year.</summary>
    SchoolUnknown,
    /// <summary>The line repeats another one of its zone; the detail is that row.</summary>
    ClaimTwice,
    /// <summary>Not GeoJSON (RFC 7946) with a feature collection of polygons.</summary>
    NotGeoJson,
    /// <summary>Nested deeper than GeoJSON is.</summary>
    TooDeep,
    /// <summary>More positions than a district's map has.</summary>
    TooManyPositions,
    /// <summary>A feature without a zone in its properties.</summary>
    ZoneMissing,
    /// <summary>A ring of fewer than four positions, or whose last is not its first.</summary>
    RingNotClosed,
    /// <summary>A position that is no pair of numbers in range.</summary>
    PositionForm,
    /// <summary>A ring that crosses or touches itself, or has no area.</summary>
    SelfIntersecting,
    /// <summary>A hole that is not inside its polygon.</summary>
    HoleOutside,
    /// <summary>A polygon of a zone that no list has.</summary>
    ZoneUnknown,
    /// <summary>The building stands twice; the detail is the first row.</summary>
    BuildingTwice,
    /// <summary>The child stands twice; the detail is the first row.</summary>
    ChildTwice,
    /// <summary>Not a well-formed identity number.</summary>
    IdentityNumberForm,
    /// <summary>The child begins school in a later year.</summary>
    NotOfSchoolAge,
    /// <summary>Not a mainland mobile number.</summary>
    PhoneForm,
    /// <summary>The distance stands twice; the detail is the first row.</summary>
    DistanceTwice,
    /// <summary>Not 16 lower-case hexadecimal digits.</summary>
    TicketForm,
    /// <summary>The ticket stands twice; the detail is the first row.</summary>
    TicketTwice,
    /// <summary>Not a day of the form 2019-03-01.</summary>
    DateForm,
    /// <summary>Not a real-estate unit number of 28 letters and digits.</summary>
    UnitNumberForm,
    /// <summary>The place stands twice; the detail is the first row.</summary>
    PlaceTwice,
    /// <summary>Polygons of two zones of one kind overlap; the detail names them.</summary>
    PolygonsOverlap,
    /// <summary>Polygons so large that comparing them was given up.</summary>
    TooComplex,
    /// <summary>Two zones of one kind claim the same address; the detail names them, the lines and the place.</summary>
    RangesOverlap,
    /// <summary>A school that no zone names in a year in which it has a plan.</summary>
    SchoolWithoutZone,
    /// <summary>A zone that no school serves in a year in which it claims addresses.</summary>
    ZoneWithoutSchool,
    /// <summary>A building whose address no list claims.</summary>
    BuildingInNoZone,
    /// <summary>A building whose address several zones of one kind claim; the detail names them.</summary>
    BuildingInSeveralZones,
    /// <summary>A building for whose address only a person can tell the zone.</summary>
    BuildingMatchWeak,
    /// <summary>A building in no polygon of the map.</summary>
    BuildingOffTheMap,
    /// <summary>A building in polygons of several zones of one kind, or on a border; the detail names them.</summary>
    BuildingOnBorder,
    /// <summary>List and map put the building into different zones; the detail names both.</summary>
    ListAndMapDiffer,
}

/// <summary>How grave a fault is.</summary>
public static class SupplyFaultCodes
{
    /// <summary>Can the file be read all the same? Such a fault is for the bureau to look at, not for the file's maker to repair first.</summary>
    public static bool IsFinding(this SupplyFaultCode code) => code >= SupplyFaultCode.PolygonsOverlap;

    /// <summary>The code as reports print it.</summary>
    public static string ToWireForm(this SupplyFaultCode code) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
