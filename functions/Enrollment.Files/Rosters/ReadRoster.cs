using System.IO.Compression;
using System.Xml;
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
        if (PackageLimits.IsEncrypted(workbook))
            return Only(RosterFaultCode.Encrypted);
        try
        {
            workbook.Position = 0;
            using var package = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            return PackageLimits.IsBomb(package) ? Only(RosterFaultCode.Unpacks) : FromSheets(new Workbook(new WorkbookPackage(package)), capacities);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return Only(RosterFaultCode.NotAWorkbook);
        }
    }

    private static RosterReading FromSheets(Workbook book, IReadOnlyList<int>? capacities)
    {
        var (pupils, classes) = (book.Sheet(PupilSheets), book.Sheet(ClassSheets));
        if (pupils is null)
            return Only(RosterFaultCode.SheetMissing, PupilSheets[0]);
        return classes is null && capacities is null
            ? Only(RosterFaultCode.SheetMissing, ClassSheets[0])
            : new RosterAssembly().Read(pupils, classes, capacities, book.Sheet(TeamSheets));
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
