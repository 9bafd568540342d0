namespace Enrollment.Files.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    private static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "Enrollment.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder.TrimEnd('/', '\\'))!);
}
