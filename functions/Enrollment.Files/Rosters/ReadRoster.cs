using DocumentFormat.OpenXml.Packaging;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>Reads a roster from a workbook or from CSV, row by row; the streams must be able to seek.</summary>
public static class ReadRoster
{
    private static readonly string[] PupilSheets = ["学生", "pupils"];
    private static readonly string[] ClassSheets = ["班级", "classes"];
    private static readonly string[] TeamSheets = ["教师团队", "teams"];

    /// <summary>A workbook with the sheets 学生 and 班级, and 教师团队 where teams are drawn.</summary>
    /// <param name="workbook">XLSX.</param>
    /// <param name="capacities">Classes, where the workbook has no sheet of them.</param>
    public static RosterReading FromWorkbook(Stream workbook, IReadOnlyList<int>? capacities = null)
    {
        try
        {
            if (Workbook.IsBomb(workbook))
                return Only(RosterFaultCode.Unpacks);
            using var book = Workbook.Open(workbook);
            if (book.Sheet(PupilSheets) is not { } pupils)
                return Only(RosterFaultCode.SheetMissing, PupilSheets[0]);
            var classes = book.Sheet(ClassSheets);
            if (classes is null && capacities is null)
                return Only(RosterFaultCode.SheetMissing, ClassSheets[0]);
            return new RosterAssembly().Read(pupils, classes, capacities ?? [], book.Sheet(TeamSheets));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or ArgumentException or OverflowException)
        {
            // Whatever makes the library give up is the file's fault here: it was only read.
            return Only(RosterFaultCode.NotAWorkbook);
        }
    }

    /// <summary>Pupils from CSV, teams from another one where teams are drawn.</summary>
    public static RosterReading FromCsv(Stream pupils, IReadOnlyList<int> capacities, Stream? teams = null)
    {
        if (CsvRows.EncodingOf(pupils) is not { } encoding)
            return Only(RosterFaultCode.NotText);
        if (teams is null)
            return new RosterAssembly().Read(CsvRows.Of(pupils, encoding), classes: null, capacities, teams: null);
        return CsvRows.EncodingOf(teams) is { } teamEncoding
            ? new RosterAssembly().Read(CsvRows.Of(pupils, encoding), classes: null, capacities, CsvRows.Of(teams, teamEncoding))
            : Only(RosterFaultCode.NotText);
    }

    private static RosterReading.Faulty Only(RosterFaultCode code, string detail = "") => new([new RosterFault(RosterSheet.Pupils, 0, "", code, detail)], 1);
}
