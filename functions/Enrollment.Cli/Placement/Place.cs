using System.CommandLine;
using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Digests;
using Enrollment.Files.Rosters;

namespace Enrollment.Cli.Placement;

/// <summary>A whole placement offline: roster in, record and lists out.</summary>
internal static class Place
{
    public static Command Create(Texts texts)
    {
        var options = new PlaceOptions(texts);
        var command = new Command("place", texts["Command_Place"]);
        foreach (var symbol in options.All)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
        command.SetAction(parsed => Run(parsed, options, texts));
        return command;
    }

    private static int Run(ParseResult parsed, PlaceOptions options, Texts texts)
    {
        var error = parsed.InvocationConfiguration.Error;
        var (roster, seedFile) = (parsed.GetRequiredValue(options.Roster), parsed.GetRequiredValue(options.SeedFile));
        foreach (var file in new[] { roster, seedFile, parsed.GetValue(options.Teams) }.OfType<FileInfo>().Where(file => !file.Exists))
        {
            error.WriteLine(texts.Format("NoSuchFile", file.FullName));
            return ExitCode.Usage;
        }
        if (SeedFile.Read(File.ReadLines(seedFile.FullName)) is not { Entropy: { } entropy } secrets)
        {
            error.WriteLine(texts["SeedFileIncomplete"]);
            return ExitCode.Usage;
        }
        var reading = Read(parsed, options, roster);
        if (reading is RosterReading.Faulty faulty)
            return Refuse(faulty, error, texts);
        var prepared = PreparePlacement.From(((RosterReading.Read)reading).Roster, options.PlacementOf(parsed), options.NameOf(parsed), secrets.Roster, NameSound.Of);
        foreach (var warning in prepared.Warnings)
            error.WriteLine(texts[$"Warning_{warning}"]);
        if (PlacementCheck.Conflicts(prepared.List) is { Count: > 0 } conflicts)
            return Refuse(conflicts, prepared, error, texts);
        return Draw(parsed, options, prepared, secrets, entropy, texts);
    }

    private static RosterReading Read(ParseResult parsed, PlaceOptions options, FileInfo roster)
    {
        using var stream = roster.OpenRead();
        int[]? capacities = parsed.GetValue(options.Classes) is var classes and > 0 ? [.. Enumerable.Repeat(parsed.GetValue(options.Capacity), classes)] : null;
        if (string.Equals(roster.Extension, ".xlsx", StringComparison.OrdinalIgnoreCase))
            return ReadRoster.FromWorkbook(stream, capacities);
        using var teams = parsed.GetValue(options.Teams)?.OpenRead();
        return ReadRoster.FromCsv(stream, capacities ?? [], teams);
    }

    private static int Refuse(RosterReading.Faulty faulty, TextWriter error, Texts texts)
    {
        foreach (var fault in faulty.Faults)
            error.WriteLine(RosterTexts.Of(fault, texts.Language));
        error.WriteLine(texts.Format("RosterFaulty", faulty.Total.ToString(CultureInfo.InvariantCulture)));
        return ExitCode.DoesNotHold;
    }

    private static int Refuse(IReadOnlyList<PlacementConflict> conflicts, PreparedPlacement prepared, TextWriter error, Texts texts)
    {
        foreach (var conflict in conflicts)
            error.WriteLine(ConflictTexts.Of(conflict, prepared, texts.Language));
        error.WriteLine(texts["NoPlacement"]);
        return ExitCode.DoesNotHold;
    }

    private static int Draw(ParseResult parsed, PlaceOptions options, PreparedPlacement prepared, SeedFile secrets, Entropy entropy, Texts texts)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var bytes = prepared.List.CanonicalBytes();
        var digests = new ListDigests(Digest.Of(bytes), Sm3.Of(bytes));
        var attributes = prepared.Attributes?.ToLines();
        var seed = DrawSeed.Derive(digests.Sha256, secrets.Secret, entropy);
        var progress = new ProgressLine(error, texts);
        if (PlacementDraw.Run(prepared.List, attributes, seed, progress.Report) is not { } result)
        {
            error.WriteLine(texts["NoPlacement"]);
            return ExitCode.DoesNotHold;
        }
        var record = PlacementRecord.Of(result, digests, secrets.Secret, entropy, LateChain.Commitment(secrets.Late), attributes, []);
        PlacementFolder.Write(parsed.GetRequiredValue(options.Out).FullName, prepared, result, record);
        var report = BalanceReport.Of(result, prepared.Attributes, seed);
        PlacementFolder.Write(parsed.GetRequiredValue(options.Out).FullName, report, texts.Language);
        output.WriteLine($"sha256 {digests.Sha256}");
        output.WriteLine($"sm3 {digests.Sm3}");
        output.WriteLine($"seed {seed.Value}");
        output.WriteLine($"result {record.ResultSha256}");
        ReportLines.Write(output, report, texts.Language);
        if (parsed.GetValue(options.Advise))
            ReportLines.WriteAdvice(output, prepared, result, texts);
        return ExitCode.Holds;
    }
}
