namespace Enrollment.DepartmentSimulator.Registers;

/// <summary>Records by identity number; a person may have several, and a record may belong to several persons.</summary>
internal sealed class RecordIndex<TRecord>
    where TRecord : class
{
    private readonly Dictionary<string, List<TRecord>> _records = new(StringComparer.Ordinal);

    public void Add(string idNo, TRecord record)
    {
        if (!_records.TryGetValue(idNo, out var records))
            _records[idNo] = records = [];
        records.Add(record);
    }

    public bool Holds(string idNo) => _records.ContainsKey(idNo);

    public IEnumerable<TRecord> Find(IEnumerable<string> idNos) =>
        idNos.SelectMany(idNo => _records.GetValueOrDefault(idNo, [])).Distinct<TRecord>(ReferenceEqualityComparer.Instance);
}
