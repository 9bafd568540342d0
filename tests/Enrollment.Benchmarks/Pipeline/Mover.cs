using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Seeds;

namespace Enrollment.Benchmarks.Pipeline;

/// <summary>A family that claims C8: all four departments are asked, and each answers at once.</summary>
internal sealed class Mover(SeedForm form)
{
    private const string Story = "five-district-mover";

    public SeedForm Form { get; } = form;

    /// <summary>The form as it goes over the wire.</summary>
    public string Body { get; } = SeedFiles.Line(form);

    public string Token { get; } = DevelopmentTokens.For(form.Guardian.DocumentNumber, form.Guardian.Name);

    /// <summary>Writes the departments' registers and hands out the families; other stories stand in the registers beside them.</summary>
    public static IReadOnlyList<Mover> Generate(int count, string seedFolder)
    {
        for (var decks = 1; ;)
        {
            var seeds = SeedFamilies.Generate(decks * SeedFamilies.Season, SeedFamilies.CommittedSeed);
            var forms = seeds.Families.Where(family => family.Story == Story).Take(count).Select(family => family.Form).ToList();
            if (forms.Count == count)
            {
                SeedFiles.Write(seedFolder, seeds);
                return [.. forms.Select(form => new Mover(form))];
            }

            decks = (decks * count / forms.Count) + 1;
        }
    }
}
