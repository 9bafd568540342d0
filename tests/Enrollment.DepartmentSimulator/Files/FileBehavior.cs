namespace Enrollment.DepartmentSimulator.Files;

/// <summary>What a department does with a file of questions.</summary>
internal enum FileBehaviorKind
{
    /// <summary>One file with all answers.</summary>
    Whole,
    /// <summary>Half of the answers, and after the delay a file with the others.</summary>
    Partial,
    /// <summary>All answers, and the same file again under another name.</summary>
    Repeated,
    /// <summary>A file in which one character is another, and after the delay the right one.</summary>
    Corrupted,
    /// <summary>A file that breaks off, and after the delay the whole one under its name.</summary>
    CutOff,
    /// <summary>All answers after the delay.</summary>
    Late,
}

/// <summary>The body of PUT /control/files.</summary>
internal sealed record FileBehavior(string Department, FileBehaviorKind Kind, int DelayMs = 0);

/// <summary>Who does what with files; whole ones by default.</summary>
internal sealed class FileBehaviors
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, FileBehavior> _behaviors = new(StringComparer.Ordinal);

    public void Set(FileBehavior behavior) => _behaviors[behavior.Department] = behavior;

    public FileBehavior Of(Registers.Department department) =>
        _behaviors.GetValueOrDefault(department.Path, new FileBehavior(department.Path, FileBehaviorKind.Whole));
}
