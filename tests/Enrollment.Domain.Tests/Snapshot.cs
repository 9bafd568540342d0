namespace Enrollment.Domain.Tests;

/// <summary>Compares text with a committed file of the test project; a reviewer reads the diff of that file like code.</summary>
internal static class Snapshot
{
    /// <param name="file">The file's path inside the test project, ending in .txt.</param>
    /// <param name="actual">The text now; on a mismatch it is written beside the file as .received.txt.</param>
    public static void Matches(string file, string actual)
    {
        var approved = Path.Combine(ProjectFolder(), file);
        var received = Path.ChangeExtension(approved, ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (Lines(expected).SequenceEqual(Lines(actual)))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{file} differs; if the new text is right, move {received} over it. Added and removed: "
            + string.Join(" | ", Lines(actual).Except(Lines(expected), StringComparer.Ordinal).Concat(Lines(expected).Except(Lines(actual), StringComparer.Ordinal))));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    // Not the caller's path: a build for CI maps source paths away.
    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("*.csproj").Length == 0)
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No project above the test's output folder.");
        return folder.FullName;
    }
}
