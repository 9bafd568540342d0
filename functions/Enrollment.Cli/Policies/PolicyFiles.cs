using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Simulation;
using Enrollment.Files.Policies;

namespace Enrollment.Cli.Policies;

/// <summary>Files named on the command line; what is wrong with them goes to the error output.</summary>
internal sealed class PolicyFiles(Texts texts, TextWriter error)
{
    private const long LargestTable = 64 << 20;

    /// <summary>Null when the file is not there or no policy.</summary>
    public Policy? Policy(FileInfo file)
    {
        if (!IsThere(file))
            return null;
        switch (PolicyFile.Read(file.FullName))
        {
            case PolicyResult.Parsed parsed:
                return parsed.Policy;
            case PolicyResult.Invalid invalid:
                Report(texts.Format("Policy_IsNone", file.Name), invalid.Errors.Select(one => $"{one.Path} {one.Message}"));
                return null;
            default:
                throw new InvalidOperationException("PolicyResult is closed.");
        }
    }

    /// <summary>Null when the file is not there or no table.</summary>
    public IReadOnlyList<PolicyCase>? Cases(FileInfo file, Policy policy)
    {
        if (!IsThere(file))
            return null;
        switch (CaseTable.Parse(File.ReadAllText(file.FullName), policy))
        {
            case CaseTableResult.Parsed parsed:
                return parsed.Cases;
            case CaseTableResult.Invalid invalid:
                Report(texts.Format("Policy_Table", file.Name), invalid.Errors);
                return null;
            default:
                throw new InvalidOperationException("CaseTableResult is closed.");
        }
    }

    private bool IsThere(FileInfo file)
    {
        if (file.Exists && file.Length <= LargestTable)
            return true;
        error.WriteLine(texts.Format("NoSuchFile", file.FullName));
        return false;
    }

    private void Report(string head, IEnumerable<string> lines)
    {
        error.WriteLine(head);
        foreach (var line in lines)
            error.WriteLine($"  {line}");
    }
}
