using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Registers;

/// <summary>A department at work: its register, the key that proves who asks and the key that proves who answers.</summary>
internal sealed record Office(Department Department, IRegister Register, WebhookKey RequestKey, WebhookKey CallbackKey);

internal sealed class Offices
{
    private readonly Dictionary<string, Office> _offices;

    private Offices(IEnumerable<Office> offices) =>
        _offices = offices.ToDictionary(office => office.Department.Path, StringComparer.Ordinal);

    public static Offices Open(SimulatorSettings settings)
    {
        return new Offices(
        [
            Office(Department.Police, PoliceRegister.Load(settings.SeedFolder)),
            Office(Department.CivilAffairs, CivilAffairsRegister.Load(settings.SeedFolder)),
            Office(Department.Property, PropertyRegister.Load(settings.SeedFolder)),
            Office(Department.SocialSecurity, SocialSecurityRegister.Load(settings.SeedFolder)),
            Office(Department.DisabledPersons, DisabledPersonsRegister.Load(settings.SeedFolder)),
        ]);

        Office Office(Department department, IRegister register) =>
            new(department, register, settings.RequestKeys[department], settings.CallbackKeys[department]);
    }

    public Office? Find(string path) => _offices.GetValueOrDefault(path);
}
