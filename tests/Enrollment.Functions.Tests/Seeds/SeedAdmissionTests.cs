using Enrollment.DevCluster;
using Enrollment.DevCluster.Seeds;
using Enrollment.DevCluster.Seeds.Admission;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;
using SeededSchools = Enrollment.DevCluster.Seeds.Schools;

namespace Enrollment.Functions.Tests.Seeds;

/// <summary>The committed supply against its generator, and against the families who are to find a place in it.</summary>
public sealed class SeedAdmissionTests
{
    private static readonly string Folder = Repository.PathOf("seeds/admission");

    [Fact]
    public void Write_Again_GivesTheCommittedBytes()
    {
        var fresh = Directory.CreateTempSubdirectory("admission-");
        try
        {
            SeedAdmission.Write(fresh.FullName, SeedFamilies.Generate(SeedFamilies.Season, SeedFamilies.CommittedSeed));

            var names = fresh.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(["births.csv", "buildings.csv", "candidates.csv", "distances.csv", "projects.csv", "schools-10000.csv", "schools.csv", "zones.csv", "zones.geojson"], names);
            Assert.All(names, name => Assert.True(File.ReadAllBytes(Path.Combine(fresh.FullName, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder, name))),
                $"seeds/admission/{name} is not what the generator writes: ./dev seed"));
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("schools.csv", 2000)]
    [InlineData("schools-10000.csv", 10_000)]
    public void Supply_Committed_FitsTogetherAndHasAPlaceForEverybody(string schools, int families)
    {
        var read = Read(schools);

        Assert.Equal(0, read.Total);
        Assert.InRange(read.Supply.SchoolsOf(2026).Sum(school => school.Plan), families, families * 11 / 10);
        Assert.Equal(25, read.Supply.SchoolsOf(2026).Count);
        Assert.Contains(read.Supply.ZonesOf(2026), zone => zone.IsMulti);
        Assert.Contains(read.Supply.SchoolsOf(2026), school => school.IsTight);
    }

    /// <summary>Every address of a seeded family in the district lies in one zone for certain, and that zone is the school's whose area it was drawn from.</summary>
    [Fact]
    public void Zones_EveryFamilysResidence_IsFoundForCertain()
    {
        var supply = Read("schools.csv").Supply;
        var directory = new ZoneDirectory(supply.Zones, 2026, "鲤城区");
        var schools = SeededSchools.All.SelectMany(school => school.ServiceAreas.Select(area => (area.Street, school.Code))).ToDictionary(area => area.Street, area => area.Code, StringComparer.Ordinal);
        var homes = SeedFamilies.Generate(SeedFamilies.Season, SeedFamilies.CommittedSeed).Families.Select(family => family.Form.Residence.Address)
            .Where(address => address.Contains("鲤城区", StringComparison.Ordinal)).ToList();

        Assert.True(homes.Count > 1900, $"{homes.Count} homes");
        Assert.All(homes, home =>
        {
            Assert.True(StandardAddress.TryParse(home, out var address));
            var (found, parts) = (directory.Find(address!), AddressParts.Of(address!));
            Assert.False(found.NeedsPerson, home);
            var zone = found.SingleSchool is ZoneMatch.Found single ? single.Zone : ((ZoneMatch.Found)found.MultiSchool).Zone;
            Assert.Contains(schools[parts.Street!], supply.Zones.Single(listed => listed.Code == zone).SchoolsIn(2026).Select(school => school.Value));
        });
    }

    private static SupplyReading.Read Read(string schools)
    {
        using var schoolFile = File.OpenRead(Path.Combine(Folder, schools));
        using var zones = File.OpenRead(Path.Combine(Folder, "zones.csv"));
        using var map = File.OpenRead(Path.Combine(Folder, "zones.geojson"));
        using var buildings = File.OpenRead(Path.Combine(Folder, "buildings.csv"));
        return Assert.IsType<SupplyReading.Read>(ReadSupply.Of(new SupplyFiles(schoolFile, zones, map, buildings, "鲤城区", PlaneUnit.Meters), 2026));
    }
}
