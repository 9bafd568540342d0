namespace Enrollment.Files.Supply;

/// <summary>Collects what is wrong; past the first thousand of a file it only counts.</summary>
internal sealed class SupplyFaults
{
    public const int Most = 1000;

    private readonly Dictionary<SupplyFile, int> _counts = [];
    private readonly List<SupplyFault> _kept = [];

    public int Count => _counts.Values.Sum();

    /// <summary>Did anything keep a file from being read as a whole?</summary>
    public bool IsBroken { get; private set; }

    public void Add(SupplyFile file, int line, string column, SupplyFaultCode code, string detail = "")
    {
        var count = _counts[file] = _counts.GetValueOrDefault(file) + 1;
        IsBroken |= !code.IsFinding();
        if (count <= Most)
            _kept.Add(new SupplyFault(file, line, column, code, detail));
    }

    /// <summary>By file and line, each fault once however it was found.</summary>
    public IReadOnlyList<SupplyFault> InOrder() => [.. _kept.OrderBy(fault => fault.File).ThenBy(fault => fault.Line).ThenBy(fault => fault.Code).ThenBy(fault => fault.Detail, StringComparer.Ordinal)];
}
