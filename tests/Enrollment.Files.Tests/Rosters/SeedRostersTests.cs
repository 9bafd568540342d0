using System.Text;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>The three shipped rosters: read as they lie in seeds/pupils, drawn once, and looked at with names.</summary>
public sealed class SeedRostersTests
{
    [Fact]
    public void Junior150_Workbook_HasThreeClassesAndTeams()
    {
        var roster = Read("junior-150.xlsx", stream => ReadRoster.FromWorkbook(stream));

        Assert.Equal((150, 3, 3), (roster.Pupils.Count, roster.Capacities.Count, roster.Teams.Count));
    }

    [Fact]
    public void Junior720_Csv_HasWhatMakesAPlacementHard()
    {
        var roster = Junior720();

        Assert.Equal((720, 16), (roster.Pupils.Count, roster.Teams.Count));
        Assert.Equal([BundleWish.Together, BundleWish.Apart], roster.Pupils.Select(pupil => pupil.Bundle?.Wish).OfType<BundleWish>().Distinct().Order());
        Assert.Contains(roster.Pupils.CountBy(pupil => pupil.Name.Value, StringComparer.Ordinal), name => name.Value > 1);
        Assert.Contains(roster.Pupils.GroupBy(pupil => NameSound.Of(pupil.Name), StringComparer.Ordinal), sound => sound.DistinctBy(pupil => pupil.Name.Value).Count() > 1);
        Assert.InRange(roster.Pupils.Count(pupil => pupil.SpecialNeed is not null), 10, 32);
    }

    [Fact]
    public void Junior1500_Csv_HasThreeScores() =>
        Assert.Equal(["语文", "数学", "英语"], Read("junior-1500-scores.csv", stream => ReadRoster.FromCsv(stream, [.. Enumerable.Repeat(50, 30)])).ScoreNames);

    [Theory]
    [InlineData("junior-150.xlsx")]
    [InlineData("junior-720.csv")]
    [InlineData("junior-1500-scores.csv")]
    public void Shipped_EveryPupil_IsInvented(string file)
    {
        var roster = Read(file, stream => file.EndsWith("xlsx", StringComparison.Ordinal) ? ReadRoster.FromWorkbook(stream) : ReadRoster.FromCsv(stream, [.. Enumerable.Repeat(50, 30)]));

        Assert.All(roster.Pupils, pupil =>
        {
            Assert.Null(CitizenIdentityNumber.TryParse(pupil.StudentRecordNo![1..], out var number));
            Assert.True(number!.IsSynthetic);
        });
    }

    [Fact]
    public void Junior720_Drawn_KeepsWishesAndNames()
    {
        var (key, salt, seed) = (Digest.Of("key"u8), Digest.Of("salt"u8), new DrawSeed(Digest.Of(Encoding.ASCII.GetBytes("seed"))));
        var prepared = PreparePlacement.From(Junior720(), new PlacementOptions(), new PlacementName("LC-M01", 2026, "test"), new RosterSecrets(key, salt), NameSound.Of);

        var result = PlacementDraw.Run(prepared.List, attributes: null, seed)!;

        var placed = prepared.Pupils.Select((pupil, i) => (Pupil: pupil, Class: result.ClassOf(i))).ToArray();
        Assert.All(placed.Where(pair => pair.Pupil.Bundle is not null).GroupBy(pair => pair.Pupil.Bundle!.Id, StringComparer.Ordinal),
            family => Assert.Equal(family.First().Pupil.Bundle!.Wish is BundleWish.Together ? 1 : family.Count(), family.Select(pair => pair.Class).Distinct().Count()));
        Assert.All(placed.GroupBy(pair => (pair.Class, NameSound.Of(pair.Pupil.Name))), same => Assert.Single(same.DistinctBy(pair => pair.Pupil.Bundle?.Id ?? pair.Pupil.TicketId)));
        Assert.DoesNotContain("J720-0005", placed.Where(pair => result.Teams![pair.Class - 1] == "T05").Select(pair => pair.Pupil.TicketId));
    }

    private static Roster Junior720()
    {
        using var teams = Open("junior-720-teams.csv");
        return Read("junior-720.csv", stream => ReadRoster.FromCsv(stream, [.. Enumerable.Repeat(50, 16)], teams));
    }

    private static Roster Read(string file, Func<Stream, RosterReading> read)
    {
        using var stream = Open(file);
        return read(stream).Roster();
    }

    private static FileStream Open(string file) => File.OpenRead(Path.Combine(Repository.Root, "seeds", "pupils", file));
}
