namespace Enrollment.DepartmentSimulator.Queries;

internal enum Question
{
    Person,
    Household,
    ResidencePermit,
    Marriage,
    Guardianship,
    Homes,
    Tenancy,
    Insurance,
    DisabilityCard,
}
