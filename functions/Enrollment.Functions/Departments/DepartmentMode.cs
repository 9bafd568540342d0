namespace Enrollment.Functions.Departments;

/// <summary>How a department is asked.</summary>
internal enum DepartmentMode
{
    /// <summary>Over HTTP; it answers at once or calls back.</summary>
    Call,
    /// <summary>By files: questions in one, answers in another.</summary>
    Files,
}
