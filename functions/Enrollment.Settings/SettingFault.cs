namespace Enrollment.Settings;

/// <summary>Why the service does not start. Never holds a value: it may be a secret.</summary>
public sealed record SettingFault(string Name, string Text)
{
    public override string ToString() => $"{Name}: {Text}";
}
