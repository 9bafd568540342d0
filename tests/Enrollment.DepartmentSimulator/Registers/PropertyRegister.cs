using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal sealed class PropertyRegister : IRegister
{
    private readonly RecordIndex<HomeItem> _homes = new();
    private readonly RecordIndex<TenancyItem> _tenancies = new();

    public static PropertyRegister Load(string folder)
    {
        var register = new PropertyRegister();
        SeedFile.Read<Line>(folder, "property.jsonl", register.Add);
        return register;
    }

    public bool Knows(Query query) => query.GuardianIdNos.Any(idNo => _homes.Holds(idNo) || _tenancies.Holds(idNo));

    public IEnumerable<RegisterItem> Find(Question question, Query query) => question switch
    {
        Question.Homes => _homes.Find(query.GuardianIdNos),
        Question.Tenancy => _tenancies.Find(query.GuardianIdNos).Where(tenancy => tenancy.From <= query.To),
        _ => [],
    };

    private string? Add(Line line)
    {
        switch (line)
        {
            case { Home: { } home, Tenancy: null }:
                var item = home.ToItem();
                foreach (var idNo in home.RelatedIdNos)
                    _homes.Add(idNo, item);
                return null;
            case { Home: null, Tenancy: { } tenancy }:
                _tenancies.Add(tenancy.TenantIdNo, tenancy);
                return null;
            default:
                return "one record a line: home or tenancy";
        }
    }

    private sealed record Line(HomeRecord? Home = null, TenancyItem? Tenancy = null);

    /// <summary>A home and the guardians it is returned for: its owners, or the children of its owners (grandparents' homes).</summary>
    private sealed record HomeRecord(string UnitNo, string CertificateNo, string Address, PropertyUse Use, DateOnly AcquiredDate,
        IReadOnlyList<HomeOwner> Owners, IReadOnlyList<string> RelatedIdNos)
    {
        public HomeItem ToItem() => new(UnitNo, CertificateNo, Address, Use, AcquiredDate, Owners);
    }
}
