namespace Enrollment.Domain.Verification;

/// <summary>The categories this version's policies may use (DOMAIN.md 1.2); what each needs is policy data.</summary>
public enum CategoryCode
{
    /// <summary>C1 三一致对象.</summary>
    ConsistentResident,
    /// <summary>C3 户籍在区但不符合三一致.</summary>
    ResidentNotConsistent,
    /// <summary>C7 随迁子女.</summary>
    MigrantChild,
    /// <summary>C8 五区人员.</summary>
    FiveDistrictMover,
    /// <summary>C2 教育优待、政策照顾对象: on request, by certificate or imported list.</summary>
    PreferentialTreatment,
    /// <summary>C4 集体户, treated as C3.</summary>
    CollectiveHousehold,
    /// <summary>C5 服务区内家庭经济困难的租房户.</summary>
    LowIncomeRenter,
    /// <summary>C6 拆迁户, 安置房, 自建房.</summary>
    Relocated,
    /// <summary>C9 港澳台侨、外籍.</summary>
    HongKongMacaoTaiwanOverseas,
    /// <summary>C10 残疾儿童: never a reason to refuse; an assessment by experts decides the form of schooling.</summary>
    DisabledChild,
    /// <summary>C11 双胞胎、多胞胎、多孩: accompanies whatever group the child belongs to.</summary>
    SiblingBundle,
    /// <summary>C12 困境儿童: accompanies whatever group the child belongs to.</summary>
    Hardship,
    /// <summary>C13 延缓入学: the bureau decides.</summary>
    DeferralRequest,
}
