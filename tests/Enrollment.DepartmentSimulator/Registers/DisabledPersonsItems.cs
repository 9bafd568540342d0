namespace Enrollment.DepartmentSimulator.Registers;

internal sealed record DisabilityCardItem(string PersonIdNo, string CardNo, int Level, DateOnly ValidTo) : RegisterItem;
