namespace Enrollment.Domain.Placement.Rosters;

/// <summary>One thing wrong with a roster, and where. Never the value: it is most often a person's.</summary>
/// <param name="Sheet">Which sheet or file.</param>
/// <param name="Row">The row as a spreadsheet counts it, from 1; 0 for the whole sheet.</param>
/// <param name="Column">The column's letter, or empty.</param>
/// <param name="Code">What is wrong.</param>
/// <param name="Detail">A column's name or a number that helps; never a person's data.</param>
public sealed record RosterFault(RosterSheet Sheet, int Row, string Column, RosterFaultCode Code, string Detail = "");

/// <summary>The sheets of a roster.</summary>
public enum RosterSheet
{
    /// <summary>学生.</summary>
    Pupils,
    /// <summary>班级.</summary>
    Classes,
    /// <summary>教师团队.</summary>
    Teams,
}

/// <summary>What can be wrong with a roster. Stable codes; texts lie in Enrollment.Files.</summary>
public enum RosterFaultCode
{
    /// <summary>Not a workbook, or a damaged one.</summary>
    NotAWorkbook,
    /// <summary>A workbook that asks for a password.</summary>
    Encrypted,
    /// <summary>Unpacks to more than a roster can be.</summary>
    Unpacks,
    /// <summary>Neither UTF-8 nor GB18030.</summary>
    NotText,
    /// <summary>A sheet is missing.</summary>
    SheetMissing,
    /// <summary>A required column is missing; the detail names it.</summary>
    ColumnMissing,
    /// <summary>A column nobody knows.</summary>
    ColumnUnknown,
    /// <summary>A column stands twice.</summary>
    ColumnTwice,
    /// <summary>More columns than a roster can have.</summary>
    TooManyColumns,
    /// <summary>A value in a column without a heading: a comma too many, or a heading deleted.</summary>
    NoHeading,
    /// <summary>More rows than a roster can have.</summary>
    TooManyRows,
    /// <summary>No pupil.</summary>
    Empty,
    /// <summary>A cell holds a formula, or text a spreadsheet would take for one.</summary>
    Formula,
    /// <summary>A number of more than 15 digits, of which a spreadsheet has lost the last.</summary>
    DigitsLost,
    /// <summary>A required cell is blank.</summary>
    Required,
    /// <summary>Longer than the column takes.</summary>
    TooLong,
    /// <summary>Control characters, or others the column cannot have.</summary>
    ForbiddenCharacters,
    /// <summary>A value outside the column's list.</summary>
    UnknownValue,
    /// <summary>Not a date (2013-09-01).</summary>
    NotADate,
    /// <summary>Not a number of the column's form.</summary>
    NotANumber,
    /// <summary>The ticket stands twice; the detail is the first row.</summary>
    TicketTwice,
    /// <summary>The student record number stands twice; the detail is the first row.</summary>
    RecordNumberTwice,
    /// <summary>Not G and a well-formed identity number.</summary>
    RecordNumberForm,
    /// <summary>The identity number's check character is wrong.</summary>
    RecordNumberCheckDigit,
    /// <summary>The sex is not the one of digit 17.</summary>
    SexDisagreesWithNumber,
    /// <summary>The birth date is not the number's.</summary>
    BirthDateDisagreesWithNumber,
    /// <summary>A bundle with one pupil only.</summary>
    BundleOfOne,
    /// <summary>A bundle without a wish, or a wish without a bundle.</summary>
    BundleIncomplete,
    /// <summary>Members of one bundle state different wishes.</summary>
    BundleWishesDiffer,
    /// <summary>A fixed class needs class, reason and approval.</summary>
    FixedClassIncomplete,
    /// <summary>No such class.</summary>
    NoSuchClass,
    /// <summary>Classes are not numbered 1, 2, 3 …</summary>
    ClassNumbers,
    /// <summary>More pupils than the classes hold; the detail says both.</summary>
    OverCapacity,
    /// <summary>Not one team a class.</summary>
    TeamCount,
    /// <summary>A team's code stands twice.</summary>
    TeamTwice,
    /// <summary>A team's own child is not on the roster.</summary>
    NoSuchPupil,
}
