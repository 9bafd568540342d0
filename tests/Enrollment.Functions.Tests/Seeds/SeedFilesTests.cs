using System.Globalization;
using System.Text;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Tests.Seeds;

/// <summary>The committed seeds against their generator; the truths themselves are checked against the running service by the demo.</summary>
public sealed class SeedFilesTests
{
    private static readonly SeedSet Season = SeedFamilies.Generate(SeedFamilies.Season, SeedFamilies.CommittedSeed);

    [Fact]
    public void Write_AgainInAnotherCulture_GivesTheCommittedBytes()
    {
        var fresh = Directory.CreateTempSubdirectory("seeds-");
        try
        {
            // Thai years are Buddhist and Arabic digits are not ASCII: whatever formats by culture shows here.
            RunIn("th-TH", () => SeedFiles.Write(fresh.FullName, SeedFamilies.Season, SeedFamilies.CommittedSeed));

            var names = Directory.EnumerateFiles(fresh.FullName, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(fresh.FullName, path)).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(8, names.Count);
            Assert.All(names, name => Assert.True(
                File.ReadAllBytes(Path.Combine(fresh.FullName, name)).AsSpan().SequenceEqual(File.ReadAllBytes(RepositoryPath(Path.Combine("seeds", name)))),
                $"seeds/{name} is not what the generator writes: ./dev seed"));
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    [Fact]
    public void Generate_Season_TellsEveryStoryAsOftenAsItsTableSays()
    {
        var told = Season.Families.GroupBy(family => family.Story, StringComparer.Ordinal).OrderBy(story => story.Key, StringComparer.Ordinal).Select(Row);

        Assert.Equal(File.ReadAllText(RepositoryPath("tests/Enrollment.Functions.Tests/Seeds/stories.txt")), string.Concat(told.Select(row => row + "\n")));
    }

    [Fact]
    public void Generate_Season_HasFiveFamiliesAStoryAndAtMostThreePercentWithoutAnAnswer()
    {
        var unanswered = Season.Families.Count(family => family.Truth.Checks.Values.Contains(CheckStatus.SourceUnavailable));

        Assert.All(Season.Families.CountBy(family => family.Story, StringComparer.Ordinal), story => Assert.True(story.Value >= 5, story.Key));
        Assert.InRange(unanswered, 1, SeedFamilies.Season * 3 / 100);
    }

    [Fact]
    public void Generate_FewerFamilies_GivesAPrefix()
    {
        var few = SeedFamilies.Generate(37, SeedFamilies.CommittedSeed).Families;

        Assert.Equal(Lines(Season.Families.Take(37)), Lines(few));
    }

    [Fact]
    public void Generate_MoreThanASeason_GoesOnWithNewPeople()
    {
        var children = SeedFamilies.Generate(SeedFamilies.Season * 2, SeedFamilies.CommittedSeed).Families
            .Select(family => family.Form.Child.DocumentNumber).ToList();

        Assert.Equal(SeedFamilies.Season * 2, children.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Generate_OtherSeed_GivesOtherFamilies()
    {
        var other = SeedFamilies.Generate(10, SeedFamilies.CommittedSeed + 1).Families;

        Assert.False(Lines(Season.Families.Take(10)) == Lines(other));
    }

    [Fact]
    public void Numbers_OfFamilies_RunWithoutGap() =>
        Assert.Equal(Enumerable.Range(1, Season.Families.Count), Season.Families.Select(family => family.Number));

    [Fact]
    public void IdentityNumbers_OfChildren_AreDistinct()
    {
        Assert.Equal(Season.Families.Count, Season.Families.Select(family => family.Form.Child.DocumentNumber).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void IdentityNumbers_OfOneGuardian_AreSharedBySiblingsOnly()
    {
        var shared = Season.Families.GroupBy(family => family.Form.Guardian.DocumentNumber, StringComparer.Ordinal).Where(group => group.Count() > 1);

        Assert.All(shared, group => Assert.True(group.First().Story is "twins" or "siblings-of-one-year" or "migrant-twins", group.First().Story));
    }

    [Fact]
    public void IdentityNumbers_EverywhereInTheFiles_AreValidAndNobodys()
    {
        var numbers = Directory.EnumerateFiles(RepositoryPath("seeds"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).SelectMany(QuotedIdentityNumbers).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(numbers.Count > SeedFamilies.Season * 2, $"{numbers.Count}");
        Assert.All(numbers, text =>
        {
            Assert.Null(CitizenIdentityNumber.TryParse(text, out var number));
            Assert.True(number!.IsSynthetic || number.AreaCode is "810000" or "820000" or "830000", text[..6]);
        });
    }

    [Fact]
    public void Forms_OfPermitHolders_NameThePermit()
    {
        var permitHolders = Season.Families.Where(family => !family.Form.Child.DocumentNumber.StartsWith("3599", StringComparison.Ordinal)).ToList();

        Assert.Equal(15, permitHolders.Count);
        Assert.All(permitHolders, family => Assert.Equal(IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan, family.Form.Child.DocumentType));
    }

    [Fact]
    public void Forms_OfAllFamilies_AreComplete() => Assert.All(Season.Families, family =>
    {
        var form = family.Form;
        Assert.Equal(form.Category is not CategoryCode.MigrantChild, form.Household is not null);
        Assert.True(form.Category is not CategoryCode.ConsistentResident || form.Property is not null, family.Story);
        Assert.Equal(form.Category is CategoryCode.MigrantChild, form.Migrant is not null);
        Assert.Equal(form.Category is CategoryCode.FiveDistrictMover, form.Tenancy is not null);
        Assert.True(form.StatementAccepted);
        Assert.Matches("^1540[0-9]{7}$", form.Guardian.Phone);
        Assert.Null(PersonName.TryParse(form.Child.Name, out _));
        Assert.Null(PersonName.TryParse(form.Guardian.Name, out _));
        Assert.Null(IdentityDocument.TryParse(form.Child.DocumentType, form.Child.DocumentNumber, out var child));
        Assert.Equal((form.Child.BirthDate, form.Child.Sex), (child!.Citizen!.BirthDate, child.Citizen.Sex));
        Assert.Null(IdentityDocument.TryParse(form.Guardian.DocumentType, form.Guardian.DocumentNumber, out var guardian));
        Assert.True(guardian!.Citizen!.BirthDate.AddYears(16) <= form.Child.BirthDate, family.Story);
    });

    private static string Lines(IEnumerable<Family> families) => string.Join('\n', families.Select(SeedFiles.Line));

    // 91 begins an employer's credit code, which is as long.
    private static IEnumerable<string> QuotedIdentityNumbers(string line) =>
        line.Split('"').Where(text => text.Length == 18 && text[..17].All(char.IsAsciiDigit) && !text.StartsWith("91", StringComparison.Ordinal));

    private static string Row(IGrouping<string, Family> story)
    {
        var (truth, claims) = (story.First().Truth, story.First().Form.Category);
        Assert.All(story, family => Assert.Equal(SeedFiles.Line(truth), SeedFiles.Line(family.Truth)));
        var row = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{story.Key} | {story.Count()} | {claims} | {truth.Status}");
        row.Append(truth.Established is { } established ? $" {established}" : $", proposed {truth.Proposed?.ToString() ?? "none"}");
        if (truth.Papers is { } papers)
            row.Append(CultureInfo.InvariantCulture, $", asked for {string.Join('+', papers)}");
        foreach (var (department, status) in truth.Checks.Where(check => check.Value is not CheckStatus.Match))
            row.Append(CultureInfo.InvariantCulture, $" | {department} {status}");
        return row.ToString();
    }

    private static void RunIn(string culture, Action action)
    {
        var thread = new Thread(() => action()) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
        thread.Start();
        thread.Join();
    }

    private static string RepositoryPath(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Enrollment.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }
}
