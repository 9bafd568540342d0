namespace Enrollment.Settings;

/// <summary>What docs/configuration.md says of a setting and its type cannot.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute : Attribute
{
    public string? Unit { get; init; }

    /// <summary>Whoever knows it can read or forge what it protects.</summary>
    public bool Secret { get; init; }

    /// <summary>The section's own value, not one below it.</summary>
    public bool IsSection { get; init; }

    /// <summary>The static member that holds the default, where the property itself cannot.</summary>
    public string? DefaultMember { get; init; }

    /// <summary>The default in words, where it depends on the machine.</summary>
    public string? DefaultText { get; init; }
}
