namespace Enrollment.DepartmentSimulator.Registers;

internal sealed record InsuranceItem(string PersonIdNo, bool InsuredNow, IReadOnlyList<InsuredMonth> Months, string? EmployerCode = null) : RegisterItem;

internal sealed record InsuredMonth(DateOnly Month, string AreaCode, bool Retroactive);
