namespace Enrollment.Domain.Verification.Rules;

/// <summary>What R6 says of one home: the rule itself, for the category and for the claim of a place alike. Closed.</summary>
public abstract record HomeLock
{
    private HomeLock()
    {
    }

    /// <summary>Acquired and settled before the rule's first day.</summary>
    public sealed record NotAskedFor : HomeLock;

    /// <summary>No place binds the home on the day.</summary>
    public sealed record Free : HomeLock;

    /// <summary>Only places of the same householder's children bind it.</summary>
    /// <param name="On">When the latest of them was taken.</param>
    public sealed record SameHouseholder(DateOnly On) : HomeLock;

    /// <summary>Another child's place binds it.</summary>
    /// <param name="On">When that place was taken.</param>
    /// <param name="Until">The first day on which it no longer binds.</param>
    public sealed record Locked(DateOnly On, DateOnly Until) : HomeLock;

    /// <summary>Judges one home.</summary>
    /// <param name="home">The home.</param>
    /// <param name="places">Places taken by homes, those that were released left out.</param>
    /// <param name="isHouseholder">Is this number, or whatever stands for it, that of the child's householder?</param>
    /// <param name="parameters">R6's numbers.</param>
    public static HomeLock Judge(LockableHome home, IEnumerable<PlaceTaken> places, Func<string, bool> isHouseholder, PlaceLockParameters parameters)
    {
        if (home.AcquiredDate < parameters.Since && home.SettledDate < parameters.Since)
            return new NotAskedFor();
        var binding = places.Where(place => string.Equals(place.UnitNo, home.UnitNo, StringComparison.Ordinal) && place.On.AddYears(parameters.Years) > parameters.OnDate)
            .OrderByDescending(place => place.On).ThenBy(place => place.HouseholderIdNo, StringComparer.Ordinal).ToList();
        if (binding.Count == 0)
            return new Free();
        return binding.Find(place => !(parameters.SameHouseholderExempt && isHouseholder(place.HouseholderIdNo))) is { } other
            ? new Locked(other.On, other.On.AddYears(parameters.Years))
            : new SameHouseholder(binding[0].On);
    }
}

/// <summary>A home R6 may bind.</summary>
/// <param name="UnitNo">不动产单元号, or whatever stands for it.</param>
/// <param name="AcquiredDate">When the family acquired it.</param>
/// <param name="SettledDate">When the child was registered there.</param>
public sealed record LockableHome(string UnitNo, DateOnly AcquiredDate, DateOnly SettledDate)
{
    /// <summary>Nothing: a unit number leads to a family.</summary>
    public override string ToString() => nameof(LockableHome);
}
