namespace Enrollment.DevCluster.Seeds;

/// <summary>Invented families with the records the departments hold of them.</summary>
public static class SeedFamilies
{
    public const int IntakeYear = 2026;

    /// <summary>Families in seeds/: one whole deck of stories.</summary>
    public const int Season = 2000;

    /// <summary>The seed of the committed files.</summary>
    public const ulong CommittedSeed = 2026;

    /// <summary>
    /// The first families of the seed's endless sequence: asking for fewer gives a prefix, so the committed registers serve any
    /// number up to <see cref="Season"/>.
    /// </summary>
    public static SeedSet Generate(int families, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(families, 1);
        var (root, numbers, registers, told) = (new Chance(seed), new IdentityNumbers(), new Registers(), new List<Family>(families));
        for (var serial = 1; told.Count < families;)
        {
            foreach (var (story, ordinal) in Deck(root))
            {
                var draft = Tell(story, ordinal, serial++, root.Fork(), numbers);
                Records.Enter(draft, registers);
                foreach (var child in draft.Cast.Children.Take(families - told.Count))
                    told.Add(new Family(told.Count + 1, story.Name, FilledForm.Of(draft, child), story.Outcome.Of(story.Claims)));
                if (told.Count == families)
                    break;
            }
        }
        return new SeedSet(told, registers);
    }

    private static FamilyDraft Tell(Story story, int ordinal, int serial, Chance chance, IdentityNumbers numbers)
    {
        var draft = new FamilyDraft(chance, new Cast(chance, numbers, story.Circumstances, ordinal), story.Claims, ordinal, serial);
        story.Tell(draft);
        return draft;
    }

    private static List<(Story Story, int Ordinal)> Deck(Chance root)
    {
        List<(Story, int)> deck = [.. Stories.All.SelectMany(story =>
            Enumerable.Range(0, story.Applications / story.Circumstances.Children).Select(ordinal => (story, ordinal)))];
        root.Fork().Shuffle(deck);
        return deck;
    }
}

/// <summary>Families and what the departments hold of them.</summary>
public sealed record SeedSet(IReadOnlyList<Family> Families, Registers Registers);
