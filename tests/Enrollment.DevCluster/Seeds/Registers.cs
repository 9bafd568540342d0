namespace Enrollment.DevCluster.Seeds;

/// <summary>What the five departments hold, and how the simulator misbehaves for some children: one file each.</summary>
public sealed class Registers
{
    internal RegisterFile Police { get; } = new();

    internal RegisterFile CivilAffairs { get; } = new();

    internal RegisterFile Property { get; } = new();

    internal RegisterFile SocialSecurity { get; } = new();

    internal RegisterFile DisabledPersons { get; } = new();

    internal List<BehaviorRecord> Behaviors { get; } = [];
}

/// <summary>Lines of the form {"kind": record}, in the order they were told.</summary>
internal sealed class RegisterFile
{
    private readonly List<KeyValuePair<string, object>> _lines = [];

    public IReadOnlyList<KeyValuePair<string, object>> Lines => _lines;

    public void Add(string kind, object record) => _lines.Add(KeyValuePair.Create(kind, record));
}
