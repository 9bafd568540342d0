namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>A folder of registers that lives as long as its test.</summary>
internal sealed class SeedFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("simulator-seeds-").FullName;

    public static SeedFolder WithSampleFamily() => new SeedFolder()
        .With("police.jsonl", SampleFamily.Police)
        .With("civil-affairs.jsonl", SampleFamily.CivilAffairs)
        .With("property.jsonl", SampleFamily.Property)
        .With("social-security.jsonl", SampleFamily.SocialSecurity);

    public SeedFolder With(string file, params string[] lines)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, file), lines);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
