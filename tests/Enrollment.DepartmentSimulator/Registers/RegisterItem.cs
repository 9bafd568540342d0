using System.Text.Json.Serialization;

namespace Enrollment.DepartmentSimulator.Registers;

/// <summary>One record of an answer; the contract's <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PersonItem), "person")]
[JsonDerivedType(typeof(HouseholdItem), "household")]
[JsonDerivedType(typeof(ResidencePermitItem), "residencePermit")]
[JsonDerivedType(typeof(MarriageItem), "marriage")]
[JsonDerivedType(typeof(GuardianshipItem), "guardianship")]
[JsonDerivedType(typeof(HomeItem), "home")]
[JsonDerivedType(typeof(TenancyItem), "tenancy")]
[JsonDerivedType(typeof(InsuranceItem), "insurance")]
[JsonDerivedType(typeof(DisabilityCardItem), "disabilityCard")]
internal abstract record RegisterItem;
